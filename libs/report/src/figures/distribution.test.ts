import test from 'ava';
import fc from 'fast-check';
import {lengthCounter} from './distribution.ts';

const lengths = fc.array(fc.oneof(fc.nat(3000), fc.nat(2 ** 31 - 1)), {minLength: 1, maxLength: 200});

test('figures are those of the sorted lengths, quantiles by nearest rank', (t) => {
	fc.assert(
		fc.property(lengths, (values) => {
			const counter = lengthCounter();
			for (const value of values) counter.add(value);
			const found = counter.distribution();
			const sorted = values.toSorted((a, b) => a - b);
			const total = values.reduce((sum, value) => sum + value, 0);
			t.like(found, {rows: values.length, total, min: sorted[0], max: sorted.at(-1)});
			for (const [share, quantile] of [
				[0.05, found?.p5],
				[0.5, found?.p50],
				[0.99, found?.p99],
			] as const) {
				const wanted = sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1] ?? 0;
				t.true(
					wanted < 2048
						? quantile === wanted
						: (quantile ?? 0) <= wanted && (quantile ?? 0) >= wanted * 0.999,
					`${share}: ${quantile} for ${wanted}`,
				);
			}
			t.is(
				found?.bins.reduce((sum, [, rows]) => sum + rows, 0),
				values.length,
			);
		}),
		{numRuns: 50},
	);
});

test('two counters add up to that of both', (t) => {
	fc.assert(
		fc.property(lengths, lengths, (a, b) => {
			const [first, second, both] = [lengthCounter(), lengthCounter(), lengthCounter()];
			for (const value of a) first.add(value);
			for (const value of b) second.add(value);
			for (const value of [...a, ...b]) both.add(value);
			first.addAll(second);
			t.deepEqual(first.distribution(), both.distribution());
		}),
		{numRuns: 50},
	);
});

test('nothing has no distribution', (t) => {
	t.is(lengthCounter().distribution(), undefined);
});
