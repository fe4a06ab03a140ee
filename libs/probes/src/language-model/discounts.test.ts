import test from 'ava';
import {discountOf, discountsOf} from './discounts.ts';

test('estimates the discounts of Chen and Goodman from counts of counts', (t) => {
	const counts = Int32Array.from([1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 4, 7, 0]);
	// Eight once, four twice, two three times, one four times: Y = 8 / 16.
	t.deepEqual(discountsOf(counts), [1 - 0.5, 2 - (1.5 * 2) / 4, 3 - (2 * 1) / 2]);
});

test('falls back where the counts of counts allow no estimate', (t) => {
	t.deepEqual(discountsOf(Int32Array.of(1, 1, 5)), [0.5, 1, 1.5]);
	t.deepEqual(discountsOf(Int32Array.of(1, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4)), [0.5, 1, 1.5], 'below 0');
	t.deepEqual(discountsOf(new Int32Array(0)), [0.5, 1, 1.5]);
});

test('takes nothing from nothing, and the last discount from three and more', (t) => {
	t.deepEqual(
		[0, 1, 2, 3, 99].map((count) => discountOf([0.1, 0.2, 0.3], count)),
		[0, 0.1, 0.2, 0.3, 0.3],
	);
});
