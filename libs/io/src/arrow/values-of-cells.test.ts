import test from 'ava';
import {arbitraryTable} from '@millrace/testing';
import fc from 'fast-check';
import {cellsOfValues} from './cells-of-values.ts';
import {valuesOfCells} from './values-of-cells.ts';

fc.configureGlobal({numRuns: 30});

test('values come back from the cells that were made of them', (t) => {
	fc.assert(
		fc.property(arbitraryTable(), ({schema, table}) => {
			for (const [name, type] of schema) {
				const values = Array.from(table.vectors.get(name)?.values ?? []);
				t.deepEqual(Array.from(valuesOfCells(type, cellsOfValues(type, values, name))), values);
			}
		}),
	);
});

test('numbers without nulls are a view of their bytes', (t) => {
	const cells = cellsOfValues({kind: 'int32'}, Int32Array.of(1, 2), 'n');
	const values = valuesOfCells({kind: 'int32'}, cells);
	t.true(values instanceof Int32Array && cells.kind === 'fixed' && values.buffer === cells.bytes.buffer);
});

test('cells of another type are refused', (t) => {
	const text = cellsOfValues({kind: 'list', of: {kind: 'bool'}}, [[]], 'a');
	t.throws(() => valuesOfCells({kind: 'int32'}, text), {
		message: /column of int32: its buffers are those of a list/,
	});
	const struct = {kind: 'struct', length: 1, children: []} as const;
	t.throws(() => valuesOfCells({kind: 'struct', fields: {a: {kind: 'bool'}}}, struct), {
		message: /it has 0 fields, field 0 is missing/,
	});
});
