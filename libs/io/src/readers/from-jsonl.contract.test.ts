import {gzipSync, zstdCompressSync} from 'node:zlib';
import test from 'ava';
import {int32, nullable, utf8} from '@millrace/core';
import {testReader, type ReaderRow} from '@millrace/testing';
import {fromJsonl} from './from-jsonl.ts';

const encode = (rows: readonly ReaderRow[]): Buffer =>
	Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));

/** A skippable frame of Zstandard, which holds no data. */
const skippable = Buffer.from('502a4d1803000000010203', 'hex');

testReader(test, 'jsonl', {
	reader: (root, options) =>
		fromJsonl({files: root, columns: {id: utf8, text: utf8, n: nullable(int32)}, ...options}),
	ending: '.jsonl',
	encode,
	variants: {
		'.crlf.jsonl': (rows) => Buffer.from(encode(rows).toString().replaceAll('\n', '\r\n')),
		'.bom.jsonl': (rows) => Buffer.concat([Buffer.from('\ufeff'), encode(rows)]),
		'.unended.jsonl': (rows) => encode(rows).subarray(0, -1),
		'.blank.jsonl': (rows) => Buffer.from(`\n \t\n${encode(rows).toString().replaceAll('\n', '\n\n')}\r\n\n`),
		'.jsonl.gz': (rows) => gzipSync(encode(rows)),
		'.members.jsonl.gz': (rows) =>
			Buffer.concat([...parts(encode(rows)).map((part) => gzipSync(part)), Buffer.alloc(100)]),
		'.jsonl.zst': (rows) => zstdCompressSync(encode(rows)),
		'.frames.jsonl.zst': (rows) =>
			Buffer.concat([
				skippable,
				...parts(encode(rows)).flatMap((part) => [zstdCompressSync(part), skippable]),
			]),
	},
});

/** Cuts bytes anywhere, within records and characters too. */
function parts(bytes: Buffer): readonly Buffer[] {
	const size = Math.ceil(bytes.length / 7);
	return Array.from({length: 7}, (_, index) => bytes.subarray(index * size, (index + 1) * size));
}
