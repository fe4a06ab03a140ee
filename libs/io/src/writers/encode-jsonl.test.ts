import {Readable} from 'node:stream';
import {gunzipSync, zstdDecompressSync} from 'node:zlib';
import test from 'ava';
import {int64, nullable, utf8, vector, type Schema, type Table} from '@millrace/core';
import {encodeJsonl} from './encode-jsonl.ts';

const schema: Schema = new Map([
	['text', utf8.type],
	['a "b"', nullable(int64).type],
]);
const table = (rows: readonly (readonly [string, bigint | null])[]): Table => ({
	length: rows.length,
	vectors: new Map([
		[
			'a "b"',
			vector(
				nullable(int64).type,
				rows.map(([, n]) => n),
			),
		],
		[
			'text',
			vector(
				utf8.type,
				rows.map(([text]) => text),
			),
		],
	]),
});
const tables = (): Readable => Readable.from([table([['é\n', 2n ** 60n]]), table([['', null]])]);
const lines = '{"text":"é\\n","a \\"b\\"":1152921504606846976}\n{"text":"","a \\"b\\"":null}\n';

test('each row is an object on a line, with the columns in the order of the schema', async (t) => {
	const bytes = await encodeJsonl(schema, tables(), {compression: 'none'});
	t.is(Buffer.from(bytes).toString(), lines);
	t.is((await encodeJsonl(schema, Readable.from([]), {compression: 'none'})).length, 0);
});

test('compressed lines are the same, and their bytes do not tell of the machine', async (t) => {
	const gzip = await encodeJsonl(schema, tables(), {compression: 'gzip'});
	t.is(gunzipSync(gzip).toString(), lines);
	t.is(Buffer.from(gzip).toString('hex', 0, 10), '1f8b08000000000000ff');
	const zstd = await encodeJsonl(schema, tables(), {compression: 'zstd'});
	t.is(zstdDecompressSync(zstd).toString(), lines);
});

test('a column that is missing, or a value that JSON has no form for, is an error', async (t) => {
	const bare: Table = {length: 1, vectors: new Map([['text', vector(utf8.type, ['a'])]])};
	await t.throwsAsync(encodeJsonl(schema, Readable.from([bare]), {compression: 'gzip'}), {
		code: 'schema',
		message: /column a "b" is missing/,
	});
	const type = {kind: 'float64'} as const;
	const odd: Table = {length: 1, vectors: new Map([['x', vector(type, [NaN])]])};
	await t.throwsAsync(encodeJsonl(new Map([['x', type]]), Readable.from([odd]), {compression: 'zstd'}), {
		code: 'schema',
		message: /column x holds NaN/,
	});
});
