import {sha256} from '@millrace/core';
import test from 'ava';
import fc from 'fast-check';
import {histogramOf, quantile, scoreSample} from './score-sample.ts';

test('few scores are all kept, of many a random part that does not depend on their order', (t) => {
	const ids = Array.from({length: 2000}, (_, index) => sha256(String(index)));
	const sampled = (order: readonly number[], bound: number): number[] => {
		const sample = scoreSample(bound);
		for (const index of order) sample.add(ids[index] ?? '', index);
		return [...sample.sorted()];
	};
	const up = ids.map((_, index) => index);
	t.deepEqual(sampled(up, 2000), up);
	const few = sampled(up, 200);
	t.true(few.length <= 200 && few.length > 50);
	t.deepEqual(sampled([...up].reverse(), 200), few);
	t.true(Math.abs((few[few.length >> 1] ?? 0) - 1000) < 200);
});

test('quantiles and bins cover all scores', (t) => {
	fc.assert(
		fc.property(fc.array(fc.double({noNaN: true, min: -1e6, max: 1e6}), {minLength: 1}), (scores) => {
			const sorted = Float64Array.from(scores).sort();
			t.is(
				histogramOf(sorted, 7).reduce((sum, count) => sum + count, 0),
				scores.length,
			);
			t.is(quantile(sorted, 0), Math.min(...scores));
			t.is(quantile(sorted, 1), Math.max(...scores));
		}),
	);
	t.deepEqual(histogramOf(new Float64Array(0), 3), [0, 0, 0]);
});
