import test from 'ava';
import fc from 'fast-check';
import {seedInterval} from './seed-interval.ts';

test('of losses it is that of Student over the seeds', (t) => {
	const [low, high] = seedInterval([0.02, 0.04, 0, 0.03, 0.01], null);
	// Mean 0.02, standard deviation 0.015811, t of 4 degrees 2.776.
	t.true(Math.abs(low - (0.02 - (2.776 * 0.015811) / Math.sqrt(5))) < 1e-4, String(low));
	t.true(Math.abs(low + high - 0.04) < 1e-12);
});

test('seeds that agree on three rows are no gain, on four of them they are', (t) => {
	for (const rows of [60, 1000]) {
		t.true(seedInterval(new Array<number>(5).fill(3 / rows), rows)[0] < 0);
		t.true(seedInterval(new Array<number>(5).fill(-3 / rows), rows)[1] > 0);
		t.true(seedInterval(new Array<number>(5).fill(4 / rows), rows)[0] > 0);
	}
});

test('no difference is a point at 0', (t) => {
	t.deepEqual(seedInterval([0, 0, 0], 90), [0, 0]);
});

test('held-out rows only widen it, about the mean, and more of them widen it less', (t) => {
	const gain = fc.double({min: -1, max: 1, noNaN: true});
	fc.assert(
		fc.property(
			fc.array(gain, {minLength: 2, maxLength: 9}),
			fc.integer({min: 1, max: 500}),
			(gains, rows) => {
				const size = ([low, high]: readonly [number, number]): number => high - low;
				const [few, many, none] = [rows, rows * 2, null].map((each) => size(seedInterval(gains, each)));
				const slack = 1e-9;
				t.true((few ?? 0) + slack >= (many ?? 0) && (many ?? 0) + slack >= (none ?? 0));
			},
		),
	);
});
