import test from 'ava';
import fc from 'fast-check';
import {ngramCounts} from './ngram-counts.ts';

test('counts as a map does, however often it grows', (t) => {
	const pair = fc.tuple(fc.integer({min: 0, max: 300}), fc.integer({min: 0, max: 300}));
	fc.assert(
		fc.property(fc.array(pair, {minLength: 0, maxLength: 400}), (pairs) => {
			const table = ngramCounts();
			const expected = new Map<string, number>();
			for (const [prefix, unit] of pairs) {
				const known = table.find(prefix, unit);
				t.is(known >= 0, expected.has(`${prefix} ${unit}`));
				const id = known >= 0 ? known : table.add(prefix, unit);
				table.count(id);
				expected.set(`${prefix} ${unit}`, (expected.get(`${prefix} ${unit}`) ?? 0) + 1);
			}
			const {prefixes, units, counts} = table.columns();
			t.is(table.size(), expected.size);
			const found = Array.from(counts, (count, id) => [`${prefixes[id] ?? 0} ${units[id] ?? 0}`, count]);
			t.deepEqual(found, [...expected]);
		}),
	);
});

test('finds all of ten thousand n-grams after it grew', (t) => {
	const table = ngramCounts();
	for (let unit = 0; unit < 10_000; unit++) table.add(unit % 7, unit);
	for (let unit = 0; unit < 10_000; unit++) t.is(table.find(unit % 7, unit), unit);
	t.is(table.find(8, 1), -1);
	table.extend(9999);
	t.is(table.columns().extensions[9999], 1);
});
