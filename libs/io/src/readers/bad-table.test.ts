import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import test from 'ava';
import {MillraceError, utf8, type Reader} from '@millrace/core';
import {asSource, readSource, sourcesOf, tempFolder} from '@millrace/testing';
import {fromArrow} from './from-arrow.ts';
import {fromParquet} from './from-parquet.ts';

const drain = async (reader: Reader<unknown>, path: string) => readSource(reader, asSource(path));
const fixture = (name: string): Buffer => readFileSync(new URL(`fixtures/${name}`, import.meta.url));

test('a Parquet file that is cut off, or whose footer leads astray, is corrupt', async (t) => {
	const bytes = fixture('parquet-pyarrow-snappy.parquet');
	const size = bytes.length;
	const footer = bytes.readUInt32LE(size - 8);
	const longer = Buffer.from(bytes);
	longer.writeUInt32LE(0xfffffff0, size - 8);
	const moved = Buffer.concat([bytes.subarray(0, 4), bytes.subarray(size - 8 - footer)]);
	const root = tempFolder(t, {
		'cut.parquet': bytes.subarray(0, size - 5),
		'half.parquet': bytes.subarray(0, size / 2),
		'tiny.parquet': 'PAR1',
		'longer.parquet': longer,
		'moved.parquet': moved,
	});
	const reader = fromParquet({files: root, columns: {text: utf8}});
	for (const {path} of await sourcesOf(reader)) {
		await t.throwsAsync(drain(reader, path), {
			code: 'corrupt',
			message: new RegExp(`${path}: expected a whole Parquet file`),
		});
		await t.throwsAsync(reader.check(asSource(path)), {code: 'corrupt'});
	}
	await t.throwsAsync(drain(reader, 'moved.parquet'), {
		message: /row group 0, column text: bytes 4 to \d+, where the columns lie between 4 and 4; /,
	});
});

test('a Parquet file whose pages make the decoder abort is corrupt, and the next file is read', async (t) => {
	const bytes = fixture('parquet-pyarrow-snappy.parquet');
	const root = tempFolder(t, {'good.parquet': bytes});
	const reader = fromParquet({files: root, columns: {text: utf8, cat: utf8, i64: utf8}});
	const typed = fromParquet({files: root, columns: {text: utf8}});
	await t.throwsAsync(reader.check(asSource('good.parquet')), {
		code: 'schema',
		message: /column i64 is Int64, expected utf8/,
	});
	let corrupt = 0;
	for (let at = 4; at < 1400; at += 40) {
		const damaged = Buffer.from(bytes);
		damaged.fill(0xff, at, at + 8);
		writeFileSync(join(root, 'bad.parquet'), damaged);
		const error: unknown = await drain(typed, 'bad.parquet').then(
			() => undefined,
			(failure: unknown) => failure,
		);
		if (error === undefined) continue;
		t.true(error instanceof MillraceError);
		corrupt++;
	}
	t.true(corrupt > 3);
	t.is((await drain(typed, 'good.parquet')).rows.length, 59);
});

test('Parquet within gzip is refused with a reason', async (t) => {
	const root = tempFolder(t, {'a.parquet.gz': gzipSync('x')});
	const reader = fromParquet({files: `${root}/a.parquet.gz`, columns: {text: utf8}});
	await t.throwsAsync(drain(reader, 'a.parquet.gz'), {code: 'usage', message: /decompress it/});
});

test('an Arrow file or stream cut off at any byte is corrupt or ends at a batch', async (t) => {
	const columnsOf = {text: utf8};
	for (const name of ['arrow-pyarrow-lz4.arrow', 'arrow-pyarrow-zstd.arrows']) {
		const bytes = fixture(name);
		const root = tempFolder(t, {});
		const reader = fromArrow({files: root, columns: columnsOf});
		for (let length = 1; length < bytes.length; length += 97) {
			writeFileSync(join(root, name), bytes.subarray(0, length));
			await t.throwsAsync(
				drain(reader, name),
				{code: 'corrupt', message: new RegExp(name)},
				`${length} bytes`,
			);
		}
	}
});
