import {gzipSync, zstdCompressSync} from 'node:zlib';
import test from 'ava';
import {testReader, type ReaderRow} from '@millrace/testing';
import {fromMarkdown, fromText} from './from-text.ts';

const encode = (rows: readonly ReaderRow[]): Buffer =>
	Buffer.from(rows.map(({text}) => `${text}\r\n`).join(''));
const common = {
	encode,
	whole: true,
	expected: (path: string, rows: readonly ReaderRow[]) => [{path, text: encode(rows).toString()}],
} as const;

testReader(test, 'text', {
	...common,
	reader: (root, options) => fromText({files: root, ...options}),
	ending: '.txt',
	variants: {
		'.txt.gz': (rows) => gzipSync(encode(rows)),
		'.txt.zst': (rows) => zstdCompressSync(encode(rows)),
		'.bom.txt': (rows) => Buffer.concat([Buffer.from('\ufeff'), encode(rows)]),
	},
});

testReader(test, 'markdown', {
	...common,
	reader: (root, options) => fromMarkdown({files: root, ...options}),
	ending: '.md',
});
