import test from 'ava';
import {sparkline} from './sparkline.ts';

test('a falling loss falls', (t) => {
	t.is(sparkline([8, 7, 6, 5, 4, 3, 2, 1], 8), '█▇▆▅▄▃▂▁');
	t.is(sparkline([4, 4, 2, 2], 2), '█▁');
});

test('equal values, one, none, and what is not finite', (t) => {
	t.is(sparkline([3, 3, 3], 5), '▁▁▁');
	t.is(sparkline([1], 5), '▁');
	t.is(sparkline([], 5), '');
	t.is(sparkline([1, 2], 0), '');
	t.is(sparkline([NaN, 2, Infinity, 1], 4), '█▁');
});
