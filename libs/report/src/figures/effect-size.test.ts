import test from 'ava';
import fc from 'fast-check';
import {lengthCounter, type Distribution} from './distribution.ts';
import {lengthShift, mixShift, stabilityIndex} from './effect-size.ts';

function distributionOf(lengths: readonly number[]): Distribution {
	const counter = lengthCounter();
	for (const length of lengths) counter.add(length);
	return counter.distribution() ?? t0;
}
const t0: Distribution = {
	rows: 0,
	total: 0,
	mean: 0,
	min: 0,
	p5: 0,
	p25: 0,
	p50: 0,
	p75: 0,
	p95: 0,
	p99: 0,
	max: 0,
	bins: [],
};

test('equal is 0 and disjoint is 1', (t) => {
	const [short, long] = [distributionOf([1, 2, 2]), distributionOf([100, 200])];
	t.is(lengthShift(short, short).size, 0);
	t.is(lengthShift(short, long).size, 1);
	t.is(mixShift({a: 3, b: 1}, {a: 6, b: 2}).size, 0);
	t.is(mixShift({a: 3}, {b: 5}).size, 1);
	t.is(stabilityIndex({a: 30, b: 10}, {a: 60, b: 20}), 0);
});

test('known values', (t) => {
	t.is(lengthShift(distributionOf([1, 1, 1, 9]), distributionOf([1, 9, 9, 9])).size, 0.5);
	// Divergence of (1/2, 1/2) and (1, 0): (0.5·log2(0.5/0.75) + 0.5·log2(0.5/0.25) + 1·log2(1/0.75)) / 2 = 0.311278.
	t.is(mixShift({a: 1, b: 1}, {a: 2}).size, 0.557923);
	t.is(stabilityIndex({a: 50, b: 50}, {a: 80, b: 20}), 0.415888);
});

test('distances are symmetric and from 0 to 1, and noise falls as rows grow', (t) => {
	const counts = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({min: 1, max: 100}), {
		minKeys: 1,
	});
	fc.assert(
		fc.property(counts, counts, (before, now) => {
			const [there, back] = [mixShift(before, now), mixShift(now, before)];
			t.is(there.size, back.size);
			t.true(there.size >= 0 && there.size <= 1);
		}),
	);
	t.true(
		mixShift({a: 10, b: 10}, {a: 10, b: 10}).noise > mixShift({a: 1000, b: 1000}, {a: 1000, b: 1000}).noise,
	);
});
