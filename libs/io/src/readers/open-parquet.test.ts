import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {gzipSync} from 'node:zlib';
import test from 'ava';
import {tempFolder} from '@millrace/testing';
import {openParquet} from './open-parquet.ts';

const path = fileURLToPath(new URL('fixtures/parquet-pyarrow-snappy.parquet', import.meta.url));

test('row groups are read one after the other, with the columns asked for that are there', async (t) => {
	const {schema, batches} = await openParquet(path, ['i8', 'text', 'nowhere']);
	t.true((schema?.fields.length ?? 0) > 10);
	const read = await Array.fromAsync(batches);
	t.deepEqual(
		read.map(({numRows}) => numRows),
		[25, 25, 10],
	);
	t.deepEqual(
		read[0]?.schema.fields.map(({name}) => name),
		['text', 'i8'],
	);
});

test('whoever stops early, or reads nothing, may close', async (t) => {
	const {batches} = await openParquet(path, ['i8']);
	for await (const {numRows} of batches) {
		t.is(numRows, 25);
		break;
	}
	const unread = await openParquet(path, undefined);
	await t.notThrowsAsync(unread.close());
});

test('an empty file has no columns; one within gzip says what to do', async (t) => {
	const root = tempFolder(t, {empty: '', zipped: gzipSync('PAR1')});
	const {schema, batches} = await openParquet(join(root, 'empty'), undefined);
	t.is(schema, undefined);
	t.deepEqual(await Array.fromAsync(batches), []);
	await t.throwsAsync(openParquet(join(root, 'zipped'), undefined), {
		code: 'usage',
		message: /decompress it/,
	});
});

test('pages that cannot be decoded are corrupt', async (t) => {
	const damaged = join(tempFolder(t), 'a.parquet');
	writeFileSync(damaged, readFileSync(path).fill(0xff, 4, 400));
	const {batches} = await openParquet(damaged, ['text']);
	await t.throwsAsync(Array.fromAsync(batches), {code: 'corrupt', message: /cannot be decoded/});
});
