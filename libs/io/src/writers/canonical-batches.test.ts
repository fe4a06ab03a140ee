import test from 'ava';
import fc from 'fast-check';
import type {Table} from '@millrace/core';
import {arbitraryTable} from '@millrace/testing';
import {rowBytes} from '../arrow/row-bytes.ts';
import {sliceTable} from '../arrow/table.ts';
import {canonicalBatches} from './canonical-batches.ts';

const values = ({vectors}: Table): unknown =>
	[...vectors].map(([name, column]) => [name, Array.from(column.values)]);

async function* cut(table: Table, rows: number): AsyncGenerator<Table> {
	for (let start = 0; start < table.length; start += rows)
		yield await Promise.resolve(sliceTable(table, start, start + rows));
}

test('batches hold the same rows and have the same borders, however the tables were cut', async (t) => {
	await fc.assert(
		fc.asyncProperty(
			arbitraryTable(),
			fc.nat(200),
			fc.integer({min: 1, max: 9}),
			fc.integer({min: 1, max: 9}),
			async ({schema, table}, bytes, rows, step) => {
				const whole = await Array.fromAsync(canonicalBatches(schema, cut(table, 1000), {bytes, rows}));
				const parts = await Array.fromAsync(canonicalBatches(schema, cut(table, step), {bytes, rows}));
				t.deepEqual(parts.map(values), whole.map(values));
				t.is(
					whole.reduce((sum, {length}) => sum + length, 0),
					table.length,
				);
			},
		),
	);
});

test('a batch ends with the row that reaches a bound', async (t) => {
	await fc.assert(
		fc.asyncProperty(
			arbitraryTable(),
			fc.integer({min: 1, max: 200}),
			fc.integer({min: 1, max: 9}),
			async ({schema, table}, bytes, rows) => {
				const batches = await Array.fromAsync(canonicalBatches(schema, cut(table, 7), {bytes, rows}));
				for (const [index, batch] of batches.entries()) {
					const sizes = rowBytes(schema, batch);
					const before = sizes.slice(0, -1).reduce((sum, size) => sum + size, 0);
					t.true(before < bytes && batch.length <= rows);
					if (index < batches.length - 1)
						t.true(before + (sizes.at(-1) ?? 0) >= bytes || batch.length === rows);
				}
			},
		),
	);
});
