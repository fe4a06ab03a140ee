import type {Columns, DecideContext, RowOf} from '@millrace/core';
import {memorySorter} from '@millrace/testing';
import test from 'ava';
import {collisions} from './collisions.ts';

const bucket = (number: number): Uint8Array => {
	const bytes = Buffer.alloc(16);
	bytes.writeUInt32BE(number);
	return bytes;
};

test('only rows that share a bucket are kept in mind and sorted, however many there are', async (t) => {
	const rows = 20_000;
	const keyOf = (row: number, isRow: boolean, key: Uint8Array) => ({
		ref: {partition: 0, row},
		id: String(row),
		values: {isRow, key, content: new Uint8Array(0)},
	});
	async function* keys() {
		// Rows 7 and 19,999 share a bucket, as do 8 and 9, and 9 and 10; all others have two of their own.
		const shared = new Map([
			[19_999, 7],
			[9, 8],
		]);
		const first = Array.from({length: rows}, (_, row) => keyOf(row, false, bucket(shared.get(row) ?? row)));
		const second = Array.from({length: rows}, (_, row) =>
			keyOf(row, false, bucket(100_000 + (row === 10 ? 9 : row))),
		);
		const buckets = [...first, ...second].sort((a, b) => Buffer.compare(a.values.key, b.values.key));
		yield Promise.resolve(buckets);
		yield Array.from({length: rows}, (_, row) => keyOf(row, true, new Uint8Array(0)));
	}
	let added = 0;
	const sorter = <C extends Columns>(columns: C) => {
		const inner = memorySorter(columns);
		return {
			...inner,
			add(row: RowOf<C>) {
				added++;
				return inner.add(row);
			},
		};
	};
	const context: DecideContext = {sorter};
	const members = (await Array.fromAsync(await collisions(keys(), context))).flat();
	t.is(added, 5);
	const clusters = Map.groupBy(members, ({cluster}) => cluster);
	t.deepEqual(
		[...clusters.values()].map((all) => all.map(({row}) => row)).sort(([a = 0], [b = 0]) => a - b),
		[
			[7, 19_999],
			[8, 9, 10],
		],
	);
});
