import test from 'ava';
import {sparkline} from './sparkline.ts';

test('values go from left to right, the largest highest; equal ones lie in the middle', (t) => {
	t.regex(sparkline([1, 3, 2], 'rows').source, /points="4\.0,24\.0 50\.0,4\.0 96\.0,14\.0"/);
	t.regex(sparkline([5, 5], 'rows').source, /points="4\.0,14\.0 96\.0,14\.0"/);
	t.regex(sparkline([5], 'rows').source, /cx="96\.0" cy="14\.0"/);
});
