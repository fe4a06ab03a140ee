import {gunzipSync, zstdDecompressSync} from 'node:zlib';
import test from 'ava';
import {
	binary,
	float64,
	int64,
	list,
	nullable,
	struct,
	timestamp,
	utf8,
	vector,
	type Columns,
	type Table,
} from '@millrace/core';
import {testWriter} from '@millrace/testing';
import {toJsonl} from './to-jsonl.ts';

for (const compression of ['none', 'gzip', 'zstd'] as const) {
	testWriter(test, `toJsonl, ${compression}`, {
		writer: (options) => toJsonl({...options, compression}),
		json: true,
	});
}

async function* stream(table: Table): AsyncGenerator<Table> {
	yield await Promise.resolve(table);
}

const one = (columns: Columns, row: Readonly<Record<string, unknown>>): Table => ({
	length: 1,
	vectors: new Map(Object.entries(columns).map(([name, {type}]) => [name, vector(type, [row[name]])])),
});

test('a row is one line: digits for 64 bits, ISO 8601 for timestamps, base64 for binary', async (t) => {
	const columns: Columns = {
		text: utf8,
		big: int64,
		at: timestamp,
		blob: binary,
		score: nullable(float64),
		turns: list(struct({role: utf8, ids: list(int64)})),
	};
	const row = {
		text: 'a "b"\n',
		big: 2n ** 63n - 1n,
		at: -1n,
		blob: Uint8Array.of(0, 255),
		score: null,
		turns: [{role: 'user', ids: [1n, -(2n ** 63n)]}],
	};
	const bytes = await toJsonl().encode(columns, stream(one(columns, row)));
	t.is(
		Buffer.from(bytes).toString(),
		'{"text":"a \\"b\\"\\n","big":9223372036854775807,"at":"1969-12-31T23:59:59.999999Z","blob":"AP8=","score":null,"turns":[{"role":"user","ids":[1,-9223372036854775808]}]}\n',
	);
});

test('compression is named by the extension, and holds the same lines', async (t) => {
	const columns: Columns = {text: utf8};
	const encode = async (compression: 'none' | 'gzip' | 'zstd'): Promise<[string, Uint8Array]> => {
		const writer = toJsonl({compression});
		return [writer.extension, await writer.encode(columns, stream(one(columns, {text: 'x'.repeat(100)})))];
	};
	const [[plain, lines], [gz, gzipped], [zst, zstandard]] = [
		await encode('none'),
		await encode('gzip'),
		await encode('zstd'),
	];
	t.deepEqual([plain, gz, zst], ['.jsonl', '.jsonl.gz', '.jsonl.zst']);
	t.deepEqual(gunzipSync(gzipped), Buffer.from(lines));
	t.deepEqual(zstdDecompressSync(zstandard), Buffer.from(lines));
});

test('what JSON has no form for is refused with its column', async (t) => {
	for (const value of [NaN, Infinity, -Infinity]) {
		const columns: Columns = {score: float64};
		await t.throwsAsync(toJsonl().encode(columns, stream(one(columns, {score: value}))), {
			code: 'schema',
			message: /column score holds/,
		});
	}
	const columns: Columns = {at: timestamp};
	await t.throwsAsync(toJsonl({compression: 'gzip'}).encode(columns, stream(one(columns, {at: 2n ** 62n}))), {
		code: 'schema',
		message: /column at holds the timestamp/,
	});
});
