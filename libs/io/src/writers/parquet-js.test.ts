import {Readable} from 'node:stream';
import test from 'ava';
import {int32, utf8} from '@millrace/core';
import {encodeParquet} from './encode-parquet.ts';
import {parquetJs} from './parquet-js.ts';

test('parquetjs reads the footer of what parquet-wasm wrote', async (t) => {
	const schema = new Map([
		['n', int32.type],
		['text', utf8.type],
	]);
	const bytes = Buffer.from(await encodeParquet(schema, Readable.from([]), {rowGroupRows: 1}));
	const lib = await parquetJs();
	const metadata = await lib.readFooter(bytes);
	t.is(Number(metadata.num_rows), 0);
	t.deepEqual(
		metadata.schema.slice(1).map(({name}) => name),
		['n', 'text'],
	);
	await t.throwsAsync(lib.readFooter(bytes.subarray(0, -1)));
});

test('a Thrift struct tells how many bytes it took', async (t) => {
	const {decodeThrift, PageHeader, PageType} = await parquetJs();
	const header = new PageHeader();
	// Type 0, 300 bytes decompressed, 20 compressed.
	t.is(decodeThrift(header, Buffer.from('150015d8041528' + '00' + 'ffff', 'hex')), 8);
	t.is(header.type, PageType.DATA_PAGE);
	t.deepEqual([header.uncompressed_page_size, header.compressed_page_size], [300, 20]);
});
