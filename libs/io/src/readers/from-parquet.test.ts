import {fileURLToPath} from 'node:url';
import test from 'ava';
import {int32, int64, utf8} from '@millrace/core';
import {asSource, readSource, sourcesOf, tempFolder} from '@millrace/testing';
import {fromParquet} from './from-parquet.ts';

const files = fileURLToPath(new URL('fixtures/', import.meta.url));

test('the files of its endings are listed', async (t) => {
	const root = tempFolder(t, {'a.parquet': '', 'b/c.pq': '', 'd.arrow': ''});
	const reader = fromParquet({files: root, columns: {n: int32}});
	t.deepEqual(
		(await sourcesOf(reader)).map(({path}) => path),
		['a.parquet', 'b/c.pq'],
	);
});

test('a file gives the same rows and pieces whatever compressed it', async (t) => {
	const reader = fromParquet({files, columns: {text: utf8, i8: int64}});
	const zstd = await readSource(reader, asSource('parquet-pyarrow-zstd.parquet'));
	const brotli = await readSource(reader, asSource('parquet-pyarrow-brotli.parquet'));
	t.deepEqual(brotli, zstd);
	t.deepEqual(zstd.rows[0], {text: 'text é 0 漢字', i8: -30n});
});

test('columns that nobody asked for are refused where that is asked', async (t) => {
	const reader = fromParquet({files, columns: {i64: int32}, extra: 'refuse'});
	await t.throwsAsync(reader.check(asSource('parquet-pyarrow-zstd.parquet')), {
		code: 'schema',
		message: /column i64 is Int64, expected int32; columns that nobody asked for: .*unasked/,
	});
});

test('an option of another reader is refused', (t) => {
	const options = {files: '/x', columns: {n: int32}, maxRatio: 3};
	t.throws(() => fromParquet(options), {code: 'usage', message: /maxRatio/});
});
