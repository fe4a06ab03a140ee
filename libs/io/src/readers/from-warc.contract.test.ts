import {gzipSync, zstdCompressSync} from 'node:zlib';
import test from 'ava';
import {testReader, type ReaderRow} from '@millrace/testing';
import {fromWarc} from './from-warc.ts';
import {httpBytes, warcBytes} from './warc-bytes.ts';

const records = (rows: readonly ReaderRow[]): readonly Buffer[] =>
	rows.flatMap((row) => [
		warcBytes({
			type: 'response',
			url: `https://pages.example/${row.id}`,
			date: '2024-05-01T12:00:00Z',
			id: `urn:uuid:${row.id}`,
			contentType: 'application/http; msgtype=response',
			content: httpBytes(Buffer.from(row.text), ['Content-Type: text/html; charset=utf-8']),
		}),
		...(row.n === null ? [warcBytes({type: 'request', content: Buffer.from('GET / HTTP/1.1\r\n\r\n')})] : []),
	]);
const encode = (rows: readonly ReaderRow[]): Buffer =>
	Buffer.concat([
		warcBytes({type: 'warcinfo', content: Buffer.from('software: test\r\n')}),
		...records(rows),
	]);

testReader(test, 'warc', {
	reader: (root, options) => fromWarc({files: root, ...options}),
	ending: '.warc',
	encode,
	expected: (path, rows) =>
		rows.map(({id, text}) => ({
			path,
			url: `https://pages.example/${id}`,
			fetched: 1_714_564_800_000_000n,
			status: 200,
			content_type: 'text/html; charset=utf-8',
			record_id: `urn:uuid:${id}`,
			body: Buffer.from(text),
		})),
	variants: {
		'.warc.gz': (rows) => Buffer.concat(records(rows).map((record) => gzipSync(record))),
		'.one.warc.gz': (rows) => gzipSync(encode(rows)),
		'.warc.zst': (rows) => Buffer.concat(records(rows).map((record) => zstdCompressSync(record))),
	},
});
