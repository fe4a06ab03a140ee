import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {constants, gzipSync, zstdCompressSync} from 'node:zlib';
import test from 'ava';
import {MillraceError, int32, utf8, type Reader} from '@millrace/core';
import {asSource, readSource, sourcesOf, tempFolder} from '@millrace/testing';
import fc from 'fast-check';
import {fromJsonl} from './from-jsonl.ts';

const line = (text: string, n = 1): string => `${JSON.stringify({text, n})}\n`;
const drain = async (reader: Reader<unknown>, path: string) => readSource(reader, asSource(path));
const columns = {text: utf8, n: int32};

test('a gzip file cut off at any byte is corrupt, and the error names it and where', async (t) => {
	const bytes = Buffer.concat([gzipSync(line('a'.repeat(300))), gzipSync(line('b'))]);
	const border = gzipSync(line('a'.repeat(300))).length;
	const root = tempFolder(t, {});
	const reader = fromJsonl({files: root, columns});
	for (let length = 1; length < bytes.length; length += 3) {
		if (length === border) continue;
		writeFileSync(join(root, 'a.jsonl.gz'), bytes.subarray(0, length));
		await t.throwsAsync(
			drain(reader, 'a.jsonl.gz'),
			{
				code: 'corrupt',
				message: /a\.jsonl\.gz: expected (whole gzip members, found near byte \d+|gzip as its name says)/,
			},
			`${length} bytes`,
		);
	}
});

test('a Zstandard file cut off at any byte is corrupt, and the error names it and where', async (t) => {
	const frame = zstdCompressSync(line('a'.repeat(300)), {params: {[constants.ZSTD_c_checksumFlag]: 1}});
	const bytes = Buffer.concat([
		frame,
		Buffer.from('502a4d1803000000010203', 'hex'),
		zstdCompressSync(line('b')),
	]);
	const borders = [frame.length, frame.length + 11];
	const root = tempFolder(t, {});
	const reader = fromJsonl({files: root, columns});
	for (let length = 1; length < bytes.length; length += 3) {
		if (borders.includes(length)) continue;
		writeFileSync(join(root, 'a.jsonl.zst'), bytes.subarray(0, length));
		await t.throwsAsync(
			drain(reader, 'a.jsonl.zst'),
			{
				code: 'corrupt',
				message:
					/a\.jsonl\.zst: expected (whole Zstandard frames, found near byte \d+|zstd as its name says)/,
			},
			`${length} bytes`,
		);
	}
});

test('other bytes after compressed data are an error, not left out', async (t) => {
	const plain = line('a');
	const root = tempFolder(t, {
		'a.jsonl.gz': Buffer.concat([gzipSync(plain), Buffer.from('garbage')]),
		'b.jsonl.gz': Buffer.concat([gzipSync(plain), Buffer.alloc(20), gzipSync(plain)]),
		'c.jsonl.zst': Buffer.concat([zstdCompressSync(plain), Buffer.from('garbage')]),
		'd.jsonl.gz': plain,
	});
	const reader = fromJsonl({files: root, columns});
	for (const {path} of await sourcesOf(reader))
		await t.throwsAsync(drain(reader, path), {code: 'corrupt', message: new RegExp(path)});
});

test('a damaged gzip or Zstandard file never gives rows that differ', async (t) => {
	const plain = Array.from({length: 200}, (_, index) => line(`text ${index}`, index)).join('');
	const files = {
		'a.jsonl.gz': gzipSync(plain),
		'a.jsonl.zst': zstdCompressSync(plain, {params: {[constants.ZSTD_c_checksumFlag]: 1}}),
	};
	const root = tempFolder(t, files);
	const reader = fromJsonl({files: root, columns});
	for (const [path, bytes] of Object.entries(files)) {
		const expected = (await drain(reader, path)).rows;
		await fc.assert(
			fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(7), async (at, bit) => {
				const damaged = Buffer.from(bytes);
				damaged[at] = (damaged[at] ?? 0) ^ (1 << bit);
				writeFileSync(join(root, `x-${path}`), damaged);
				const rows = await drain(reader, `x-${path}`).then(
					(read) => read.rows,
					(error: unknown) => error,
				);
				if (!(rows instanceof MillraceError)) t.deepEqual(rows, expected);
			}),
			{numRuns: 60},
		);
	}
});

test('a decompression bomb is stopped, unless the option says that it is meant to be one', async (t) => {
	const plain = Buffer.from(line('x'.repeat(100)).repeat(40_000));
	const root = tempFolder(t, {'a.jsonl.gz': gzipSync(plain), 'b.jsonl.zst': zstdCompressSync(plain)});
	for (const path of ['a.jsonl.gz', 'b.jsonl.zst']) {
		const error = await t.throwsAsync(drain(fromJsonl({files: root, columns}), path), {
			code: 'corrupt',
			message: /at most 200 times.*maxRatio/,
		});
		t.regex(error.message, new RegExp(path));
		const {records} = await drain(fromJsonl({files: root, columns, maxRatio: 1e6}), path);
		t.is(records, 40_000);
	}
});
