import {gzipSync, zstdCompressSync} from 'node:zlib';
import test from 'ava';
import {int32, nullable, utf8, vector, type Table} from '@millrace/core';
import {testReader, type ReaderRow} from '@millrace/testing';
import {Compression, Table as WasmTable, WriterPropertiesBuilder, writeParquet} from 'parquet-wasm';
import {encodeStream, encodeTables} from '../arrow/encode-table.ts';
import {fromArrow} from './from-arrow.ts';
import {fromParquet} from './from-parquet.ts';

const columns = {id: utf8, text: utf8, n: nullable(int32)};
const schema = new Map(Object.entries(columns).map(([name, {type}]) => [name, type]));

const table = (rows: readonly ReaderRow[]): Table => ({
	length: rows.length,
	vectors: new Map([
		[
			'id',
			vector(
				columns.id.type,
				rows.map(({id}) => id),
			),
		],
		[
			'text',
			vector(
				columns.text.type,
				rows.map(({text}) => text),
			),
		],
		[
			'n',
			vector(
				columns.n.type,
				rows.map(({n}) => n),
			),
		],
	]),
});

const tables = (rows: readonly ReaderRow[], size: number): readonly Table[] =>
	Array.from({length: Math.ceil(rows.length / size)}, (_, index) =>
		table(rows.slice(index * size, (index + 1) * size)),
	);

testReader(test, 'arrow', {
	reader: (root, options) => fromArrow({files: root, columns, ...options}),
	ending: '.arrow',
	encode: (rows) => encodeTables(schema, tables(rows, 70)),
	variants: {
		'.batches.arrow': (rows) => encodeTables(schema, tables(rows, 9)),
		'.arrows': (rows) => encodeStream(schema, tables(rows, 100)),
		'.arrows.gz': (rows) => gzipSync(encodeStream(schema, tables(rows, 100))),
		'.arrows.zst': (rows) => zstdCompressSync(encodeStream(schema, tables(rows, 100))),
	},
});

function parquet(
	rows: readonly ReaderRow[],
	compression: Compression,
	groupRows: number,
	dictionary: boolean,
): Uint8Array {
	const properties = new WriterPropertiesBuilder()
		.setCompression(compression)
		.setMaxRowGroupSize(groupRows)
		.setDictionaryEnabled(dictionary)
		.build();
	return writeParquet(WasmTable.fromIPCStream(encodeStream(schema, [table(rows)])), properties);
}

testReader(test, 'parquet', {
	reader: (root, options) => fromParquet({files: root, columns, ...options}),
	ending: '.parquet',
	encode: (rows) => parquet(rows, Compression.ZSTD, 1000, true),
	variants: {
		'.groups.parquet': (rows) => parquet(rows, Compression.SNAPPY, 33, false),
		'.plain.parquet': (rows) => parquet(rows, Compression.UNCOMPRESSED, 100, true),
	},
});
