import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {gzipSync} from 'node:zlib';
import test from 'ava';
import {vector} from '@millrace/core';
import {tempFolder} from '@millrace/testing';
import {encodeStream, encodeTables} from '../arrow/encode-table.ts';
import {openArrow} from './open-arrow.ts';

const type = {kind: 'int32'} as const;
const schema = new Map([['n', type]]);
const tables = [1, 2, 3].map((n) => ({length: n, vectors: new Map([['n', vector(type, Array(n).fill(n))]])}));
const fixture = (name: string): string => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));

async function rows(path: string): Promise<readonly number[]> {
	const {batches} = await openArrow(path, 200);
	return (await Array.fromAsync(batches)).map(({numRows}) => numRows);
}

test('a file and a stream, within gzip too, are read a record batch at a time', async (t) => {
	const root = tempFolder(t, {
		file: encodeTables(schema, tables),
		stream: encodeStream(schema, tables),
		'stream.gz': gzipSync(encodeStream(schema, tables)),
		empty: '',
	});
	for (const name of ['file', 'stream', 'stream.gz']) t.deepEqual(await rows(join(root, name)), [1, 2, 3]);
	const {schema: none, batches} = await openArrow(join(root, 'empty'), 200);
	t.is(none, undefined);
	t.deepEqual(await Array.fromAsync(batches), []);
});

test('record batches that LZ4 or Zstandard compressed are read', async (t) => {
	t.deepEqual(await rows(fixture('arrow-pyarrow-lz4.arrow')), [25, 25, 10]);
	t.deepEqual(await rows(fixture('arrow-pyarrow-zstd.arrows')), [25, 25, 10]);
});

test('what is cut off or damaged is corrupt, at once or where it is', async (t) => {
	const path = join(tempFolder(t), 'a');
	const whole = encodeTables(schema, tables);
	for (const length of [7, 30, whole.length >> 1, whole.length - 1]) {
		writeFileSync(path, whole.subarray(0, length));
		await t.throwsAsync(rows(path), {code: 'corrupt'}, `${length} bytes`);
	}
});

test('a compressed file whose schema stands at its end says what to do', async (t) => {
	const path = join(tempFolder(t, {a: gzipSync(encodeTables(schema, tables))}), 'a');
	await t.throwsAsync(openArrow(path, 200), {
		code: 'usage',
		message: /decompress it, or write it as a stream/,
	});
});
