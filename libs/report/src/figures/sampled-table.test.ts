import {random} from '@millrace/core';
import test from 'ava';
import fc from 'fast-check';
import {sampledTable} from './sampled-table.ts';

const hash = fc.tuple(fc.nat(3), fc.nat(5), fc.nat(2));

test('counts and marks like a map while all fit', (t) => {
	fc.assert(
		fc.property(fc.array(hash, {maxLength: 100}), (adds) => {
			const table = sampledTable(64);
			const counts = new Map<string, number>();
			for (const [high, low, bit] of adds) {
				const count = (counts.get(`${high} ${low}`) ?? 0) + 1;
				counts.set(`${high} ${low}`, count);
				t.is(table.add(high, low, bit), count);
			}
			t.deepEqual([table.size, table.scale], [counts.size, 1]);
			for (const [high, low] of adds) {
				t.is(table.count(high, low), counts.get(`${high} ${low}`) ?? 0);
				const marks = adds
					.filter(([otherHigh, otherLow]) => otherHigh === high && otherLow === low)
					.reduce((all, [, , bit]) => all | (1 << bit), 0);
				t.is(table.marks(high, low), marks);
			}
		}),
	);
});

test('holds a part when they do not fit, counts that part exactly and estimates the whole', (t) => {
	const table = sampledTable(1 << 10);
	const {int} = random(new Uint32Array([1, 2, 3, 4]));
	const hashes = Array.from({length: 100_000}, () => [int(2 ** 32), int(2 ** 32)] as const);
	for (const [high, low] of hashes) table.add(high, low, 0);
	for (const [high, low] of hashes) table.add(high, low, 1);
	t.true(table.size <= 1 << 10);
	t.true(Math.abs(table.size * table.scale - 100_000) < 15_000, `${table.size * table.scale}`);
	table.each((count, marks) => {
		if (count !== 2 || marks !== 3) t.fail(`count ${count}, marks ${marks}`);
	});
});

test('marks only what it holds', (t) => {
	const table = sampledTable();
	table.add(2 ** 32 - 1, 2 ** 32 - 1, 0);
	table.mark(2 ** 32 - 1, 2 ** 32 - 1, 3);
	table.mark(7, 7, 3);
	t.is(table.marks(2 ** 32 - 1, 2 ** 32 - 1), 9);
	t.is(table.marks(7, 7), undefined);
	t.is(table.size, 1);
});
