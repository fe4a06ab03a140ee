import {Readable} from 'node:stream';
import test from 'ava';
import {hash128Batch} from '@millrace/kernels';
import {int32, utf8, vector, type AnyRow, type Columns, type Schema, type Table} from '@millrace/core';
import {arbitraryTable} from '@millrace/testing';
import {tableFromIPC} from 'apache-arrow';
import fc from 'fast-check';
import {encodeTable} from '../arrow/encode-table.ts';
import {encodeRows, rowParser} from './encode-rows.ts';
import {rowFraming} from './row-framing.ts';

const most = 1 << 20;
const columnsOf = (schema: Schema): Columns =>
	Object.fromEntries([...schema].map(([name, type]) => [name, {type}]));

async function encoded(
	{schema, table}: {readonly schema: Schema; readonly table: Table},
	{declared = columnsOf(schema), carry = false, maxRecordBytes = most, batchRows = Infinity} = {},
	range?: {readonly start: number; readonly end: number},
): Promise<Buffer> {
	const {batches} = tableFromIPC(encodeTable(schema, table, {batchRows}));
	const parts: Uint8Array[] = [];
	for await (const part of encodeRows(Readable.from(batches), {declared, carry, maxRecordBytes}, range))
		parts.push(Buffer.from(part));
	return Buffer.concat(parts);
}

function parsed(bytes: Buffer, declared: Columns, carry = false, maxRecordBytes = most): readonly unknown[] {
	const parse = rowParser(declared, carry, maxRecordBytes)({path: '', header: undefined, bytes});
	const borders = [...rowFraming.borders(bytes, 0, bytes.length, true)];
	return borders.slice(1).map((end, index) => {
		const values: unknown[] = [];
		return parse(borders[index] ?? 0, end, values) ?? values;
	});
}

test('rows of every column type are read back, with their nulls', async (t) => {
	await fc.assert(
		fc.asyncProperty(arbitraryTable(), async (made) => {
			const columns = [...made.table.vectors.values()];
			const rows = Array.from({length: made.table.length}, (_, row) =>
				columns.map(({values}) => values[row]),
			);
			const bytes = await encoded(made);
			t.deepEqual(parsed(bytes, columnsOf(made.schema)), rows);
		}),
		{numRuns: 25},
	);
});

test('equal rows give equal bytes, however they are batched, and a range of rows its own', async (t) => {
	await fc.assert(
		fc.asyncProperty(arbitraryTable(), fc.integer({min: 1, max: 9}), async (made, batchRows) => {
			const whole = await encoded(made);
			t.deepEqual(await encoded(made, {batchRows}), whole);
			const middle = made.table.length >> 1;
			const halves = [
				await encoded(made, {batchRows}, {start: 0, end: middle}),
				await encoded(made, {batchRows}, {start: middle, end: Infinity}),
			];
			t.deepEqual(Buffer.concat(halves), whole);
		}),
		{numRuns: 15},
	);
});

const made = (rows: readonly AnyRow[], columns: Columns): {schema: Schema; table: Table} => {
	const schema: Schema = new Map(Object.entries(columns).map(([name, {type}]) => [name, type]));
	const vectors = new Map(
		[...schema].map(([name, type]) => [
			name,
			vector(
				type,
				rows.map((row) => row[name]),
			),
		]),
	);
	return {schema, table: {length: rows.length, vectors}};
};

test('columns that nobody asked for are carried as JSON with sorted keys', async (t) => {
	const rows = [{text: 'a', z: 1, b: 'B'}];
	const bytes = await encoded(made(rows, {text: utf8, z: int32, b: utf8}), {
		declared: {text: utf8},
		carry: true,
	});
	t.deepEqual(parsed(bytes, {text: utf8}, true), [['a', '{"b":"B","z":1}']]);
});

test('of a row that is too long, the hash alone is kept', async (t) => {
	const rows = [{text: 'short'}, {text: 'x'.repeat(100)}];
	const table = made(rows, {text: utf8});
	const bytes = await encoded(table, {maxRecordBytes: 50});
	const [short, long] = parsed(bytes, {text: utf8}, false, 50);
	t.deepEqual(short, ['short']);
	t.regex(String(long), /at most 50 bytes/);
	const plain = await encoded(table, {}, {start: 1, end: 2});
	const hash = hash128Batch({bytes: plain, offsets: Int32Array.of(4, plain.length)});
	t.deepEqual(bytes.subarray(-16), Buffer.from(hash));
});
