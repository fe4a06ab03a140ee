import type {RowRef} from '@millrace/core';
import test from 'ava';
import fc from 'fast-check';
import {rowSets} from './row-sets.ts';

const row = fc.record({partition: fc.nat(3), row: fc.nat(9)});

test('sets are those of a graph search, for any joins', (t) => {
	fc.assert(
		fc.property(fc.array(fc.tuple(row, row), {maxLength: 30}), (joins) => {
			const sets = rowSets();
			const reached = new Map<string, Set<string>>();
			const refs = new Map<string, RowRef>();
			for (const [a, b] of joins) {
				sets.join(a, b);
				const [one, other] = [JSON.stringify(a), JSON.stringify(b)];
				refs.set(one, a).set(other, b);
				const all = new Set([...(reached.get(one) ?? [one]), ...(reached.get(other) ?? [other])]);
				for (const name of all) reached.set(name, all);
			}
			t.is(sets.size, reached.size);
			for (const [a, one] of refs) {
				for (const [b, other] of refs)
					t.is(sets.setOf(one) === sets.setOf(other), reached.get(a)?.has(b) === true);
			}
			t.is(sets.setOf({partition: 7, row: 0}), -1);
		}),
	);
});

test('half a million rows in one chain are one set, and others are not looked up in vain', (t) => {
	const sets = rowSets();
	for (let at = 500_000; at > 1; at--)
		sets.join({partition: at >> 10, row: at & 1023}, {partition: (at - 1) >> 10, row: (at - 1) & 1023});
	t.is(sets.size, 500_000);
	t.is(sets.setOf({partition: 0, row: 1}), sets.setOf({partition: 500_000 >> 10, row: 500_000 & 1023}));
	t.is(sets.setOf({partition: 0, row: 0}), -1);
});
