import test from 'ava';
import type {ColumnType} from '@millrace/core';
import {arbitraryTable} from '@millrace/testing';
import fc from 'fast-check';
import {columnCells} from '../arrow/table.ts';
import {cellsOfValues} from '../arrow/cells-of-values.ts';
import {leavesOf} from './parquet-leaves.ts';
import {shred} from './shred.ts';

fc.configureGlobal({numRuns: 30});

test('lists within lists have the levels of the paper', (t) => {
	const type: ColumnType = {
		kind: 'list',
		nullable: true,
		of: {kind: 'list', of: {kind: 'int32', nullable: true}},
	};
	const cells = cellsOfValues(type, [[[1, null], []], null, [], [[2], [3, 4]]], 'a');
	const [leaf] = shred(type, cells);
	t.is(leaf?.count, 8);
	t.deepEqual([...(leaf?.levels?.repetition ?? [])], [0, 2, 1, 0, 0, 0, 1, 2]);
	t.deepEqual([...(leaf?.levels?.definition ?? [])], [4, 3, 2, 0, 1, 4, 4, 4]);
	t.deepEqual([...(leaf?.levels?.slots ?? [])], [0, -1, -1, -1, -1, 2, 3, 4]);
});

test('a flat column without nulls needs no levels', (t) => {
	const cells = cellsOfValues({kind: 'int32'}, [1, 2], 'a');
	t.deepEqual(shred({kind: 'int32'}, cells), [{count: 2, cells}]);
});

test('every row begins once, every value stands once and in order, and levels stay within their highest', (t) => {
	fc.assert(
		fc.property(arbitraryTable(), ({schema, table}) => {
			const leaves = leavesOf(schema);
			const parts = [...schema].flatMap(([name, type]) => shred(type, columnCells(table, name, type)));
			t.is(parts.length, leaves.length);
			for (const [index, {levels, count, cells}] of parts.entries()) {
				if (!levels) {
					t.is(count, table.length);
					continue;
				}
				const {repetition, definition, slots} = levels;
				t.is(repetition.filter((level) => level === 0).length, table.length);
				const {maxDefinition = 0, maxRepetition = 0} = leaves[index] ?? {};
				t.true(repetition.every((level) => level <= maxRepetition));
				t.true(definition.every((level, entry) => (level === maxDefinition) === (slots[entry] ?? 0) >= 0));
				const present = slots.filter((slot) => slot >= 0);
				t.true(present.every((slot, entry) => slot > (present[entry - 1] ?? -1) && slot < cells.length));
			}
		}),
	);
});
