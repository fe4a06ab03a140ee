import test from 'ava';
import {vector, type Schema, type Table} from '@millrace/core';
import {arbitraryTable} from '@millrace/testing';
import fc from 'fast-check';
import {columnCells, concatTables, sliceTable, takeRows} from './table.ts';

fc.configureGlobal({numRuns: 30});

const rows = ({vectors}: Table): unknown =>
	[...vectors].map(([name, {values}]) => [name, Array.from(values)]);

test('a slice is the rows taken one by one, and slices join to the whole', (t) => {
	fc.assert(
		fc.property(arbitraryTable(), fc.nat(50), ({schema, table}, at) => {
			const [head, tail] = [sliceTable(table, 0, at), sliceTable(table, at, table.length + 5)];
			t.is(head.length + tail.length, table.length);
			t.deepEqual(
				rows(head),
				rows(
					takeRows(
						table,
						Int32Array.from({length: head.length}, (_, row) => row),
					),
				),
			);
			t.deepEqual(rows(concatTables(schema, [head, tail])), rows(table));
		}),
	);
});

test('a column that is missing or has another length is named', (t) => {
	const type = {kind: 'int32'} as const;
	const table = {length: 2, vectors: new Map([['n', vector(type, [1])]])};
	t.throws(() => columnCells(table, 'm', type), {
		code: 'schema',
		message: /column m is missing; columns there: n/,
	});
	t.throws(() => columnCells(table, 'n', type), {
		code: 'schema',
		message: /expected 2 rows in column n, found 1/,
	});
	const schema: Schema = new Map([['n', type]]);
	t.is(concatTables(schema, []).length, 0);
});
