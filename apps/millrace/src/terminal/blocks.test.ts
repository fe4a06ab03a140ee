import test from 'ava';
import {blocks} from './blocks.ts';

test('the largest count is full, a small one is seen, nothing is not', (t) => {
	t.is(blocks([0, 1, 50, 100, 1000]), ' ▁▁▁█');
	t.is(blocks([1, 2, 3, 4, 5, 6, 7, 8]), '▁▂▃▄▅▆▇█');
	t.is(blocks([]), '');
	t.is(blocks([0, 0]), '  ');
});
