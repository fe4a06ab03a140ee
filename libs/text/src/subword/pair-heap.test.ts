import test from 'ava';
import * as fc from 'fast-check';
import {pairHeap} from './pair-heap.ts';
import {pairTable} from './pair-table.ts';

test('gives pairs by the count that they have now, of equals the one with smaller symbols', (t) => {
	const given = fc.array(fc.tuple(fc.nat(5), fc.nat(5), fc.nat(6)));
	fc.assert(
		fc.property(given, given, (first, later) => {
			const table = pairTable();
			for (const [left, right, count] of first) table.add(left, right, count);
			const heap = pairHeap(table);
			for (let pair = 0; pair < table.size; pair++) heap.push(pair);
			for (const [left, right, count] of later) {
				const {size} = table;
				const pair = table.add(left, right, 0);
				if (pair < size) table.add(left, right, -Math.min(count, table.count(pair)));
			}
			const pairs = [...Array(table.size).keys()].filter((pair) => table.count(pair) > 0);
			const sorted = pairs.sort(
				(a, b) =>
					table.count(b) - table.count(a) || table.left(a) - table.left(b) || table.right(a) - table.right(b),
			);
			t.deepEqual(
				sorted.map(() => heap.pop()),
				sorted,
			);
			t.is(heap.pop(), undefined);
		}),
	);
});
