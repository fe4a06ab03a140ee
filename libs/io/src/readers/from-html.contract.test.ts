import {gzipSync} from 'node:zlib';
import test from 'ava';
import {testReader, type ReaderRow} from '@millrace/testing';
import {fromHtml} from './from-html.ts';

const encode = (rows: readonly ReaderRow[]): Buffer =>
	Buffer.concat([Buffer.from([0xff, 0xfe]), ...rows.map(({text}) => Buffer.from(`<p>${text}`, 'utf16le'))]);

testReader(test, 'html', {
	reader: (root, options) => fromHtml({files: root, ...options}),
	ending: '.html',
	encode,
	whole: true,
	expected: (path, rows) => [
		{path, url: null, fetched: null, status: null, content_type: null, record_id: null, body: encode(rows)},
	],
	variants: {'.html.gz': (rows) => gzipSync(encode(rows)), '.htm': encode},
});
