import {Readable} from 'node:stream';
import test from 'ava';
import {int32, vector, type Schema, type Table} from '@millrace/core';
import {arbitraryTable} from '@millrace/testing';
import fc from 'fast-check';
import {sliceTable} from '../arrow/table.ts';
import {encodeParquet} from './encode-parquet.ts';
import {verifyParquet} from './verify-parquet.ts';

const encode = async (schema: Schema, table: Table): Promise<Uint8Array> =>
	encodeParquet(schema, Readable.from([table]), {rowGroupRows: 7});
const verify = async (bytes: Uint8Array, schema: Schema, tables: readonly Table[]): Promise<void> =>
	verifyParquet(bytes, schema, Readable.from(tables));

test('a shard passes for the rows that it was made of, however they are cut', async (t) => {
	await fc.assert(
		fc.asyncProperty(arbitraryTable({maxRows: 12}), fc.nat(12), async ({schema, table}, at) => {
			const bytes = await encode(schema, table);
			const parts = [sliceTable(table, 0, at), sliceTable(table, at, table.length)];
			await t.notThrowsAsync(verify(bytes, schema, parts));
		}),
		{numRuns: 15},
	);
});

const schema: Schema = new Map([['n', int32.type]]);
const table = (...values: readonly number[]): Table => ({
	length: values.length,
	vectors: new Map([['n', vector(int32.type, values)]]),
});

test('a shard of other, fewer or more rows does not pass', async (t) => {
	const bytes = await encode(schema, table(1, 2, 3));
	for (const other of [table(1, 2, 4), table(1, 2), table(1, 2, 3, 3), table()])
		await t.throwsAsync(verify(bytes, schema, [other]), {
			code: 'corrupt',
			message: /shard: it does not read back as the rows that it was made of/,
		});
});

test('a shard that is cut off, or goes on, does not pass', async (t) => {
	const rows = table(1, 2, 3);
	const bytes = await encode(schema, rows);
	for (let length = 0; length < bytes.length; length += 13)
		await t.throwsAsync(
			verify(bytes.subarray(0, length), schema, [rows]),
			{code: 'corrupt'},
			`${length} bytes`,
		);
	await t.throwsAsync(verify(Buffer.concat([bytes, Buffer.of(10)]), schema, [rows]), {code: 'corrupt'});
});
