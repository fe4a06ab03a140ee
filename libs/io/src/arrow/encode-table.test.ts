import test from 'ava';
import {int32, nullable, textVector, utf8, vector, type Schema, type Table} from '@millrace/core';
import {tableFromIPC} from 'apache-arrow';
import {encodeStream, encodeTable, encodeTables} from './encode-table.ts';

const schema: Schema = new Map([
	['n', nullable(int32).type],
	['text', utf8.type],
]);
const table: Table = {
	length: 5,
	vectors: new Map([
		['text', vector(utf8.type, ['a', 'é', '', 'd', 'e'])],
		['n', vector(nullable(int32).type, [1, null, 3, null, 5])],
	]),
};
const batches = (bytes: Uint8Array): readonly number[] =>
	tableFromIPC(bytes).batches.map(({numRows}) => numRows);

test('apache-arrow reads the rows back, from a file and from a stream', (t) => {
	for (const bytes of [encodeTable(schema, table), encodeStream(schema, [table])])
		t.deepEqual(
			tableFromIPC(bytes)
				.toArray()
				.map((row: {toJSON(): unknown}) => row.toJSON()),
			[
				{n: 1, text: 'a'},
				{n: null, text: 'é'},
				{n: 3, text: ''},
				{n: null, text: 'd'},
				{n: 5, text: 'e'},
			],
		);
});

test('rows are one batch, or as many as asked; tables are one each', (t) => {
	t.deepEqual(batches(encodeTable(schema, table)), [5]);
	t.deepEqual(batches(encodeTable(schema, table, {batchRows: 2})), [2, 2, 1]);
	t.deepEqual(batches(encodeTables(schema, [table, table])), [5, 5]);
});

test('equal rows give equal bytes, whether text was strings or bytes', (t) => {
	const text = Buffer.from('xxaéde');
	const utf8View = {bytes: text, offsets: Int32Array.of(2, 3, 5, 5, 6, 7)};
	const vectors = new Map(table.vectors).set('text', textVector(utf8.type, {utf8: utf8View}));
	t.deepEqual(encodeTable(schema, {length: 5, vectors}), encodeTable(schema, table));
});

test('a column that is missing, or null where it may not be, is named', (t) => {
	const bare: Table = {length: 5, vectors: new Map([['text', vector(utf8.type, Array(5).fill(''))]])};
	t.throws(() => encodeTable(schema, bare), {code: 'schema', message: /column n is missing/});
	t.throws(() => encodeTable(new Map([['n', int32.type]]), table), {
		code: 'schema',
		message: /column n: .*null at 1/,
	});
});
