import test from 'ava';
import fc from 'fast-check';
import {tableFromIPC} from 'apache-arrow';
import {
	MillraceError,
	textVector,
	encodeUtf8,
	typeName,
	vector,
	type Schema,
	type Table,
} from '@millrace/core';
import {arbitraryTable} from '@millrace/testing';
import {footerBytes, readFooter} from './arrow-footer.ts';
import {decodeBlock, decodeTable, schemaOf} from './decode-table.ts';
import {encodeTable, encodeTables} from './encode-table.ts';
import {concatTables, sliceTable, takeRows} from './table.ts';

const rows = ({vectors}: Table): unknown =>
	[...vectors].map(([name, {values}]) => [name, Array.from(values)]);
const types = (schema: Schema): unknown => [...schema].map(([name, type]) => [name, typeName(type)]);
const property = <T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => void): void => {
	fc.assert(fc.property(arbitrary, holds), {numRuns: 200});
};

test('every column type round-trips, with its nulls', (t) => {
	property(arbitraryTable(), ({schema, table}) => {
		const bytes = encodeTable(schema, table);
		t.deepEqual(rows(decodeTable(bytes)), rows(table));
		t.deepEqual(types(schemaOf(bytes)), types(schema));
	});
});

test('apache-arrow reads the same number of rows and the same columns', (t) => {
	property(arbitraryTable(), ({schema, table}) => {
		const read = tableFromIPC(encodeTable(schema, table));
		t.is(read.numRows, table.length);
		t.deepEqual(
			read.schema.fields.map(({name}) => name),
			[...schema.keys()],
		);
	});
});

test('a decoded table encodes to the same bytes, and so does one of the same rows cut differently', (t) => {
	property(fc.tuple(arbitraryTable(), fc.integer({min: 1, max: 9})), ([{schema, table}, step]) => {
		const bytes = encodeTable(schema, table);
		t.deepEqual(encodeTable(schema, decodeTable(bytes)), bytes);
		const parts = Array.from({length: Math.ceil(table.length / step)}, (_, index) =>
			sliceTable(table, index * step, (index + 1) * step),
		);
		t.deepEqual(encodeTable(schema, concatTables(schema, parts)), bytes);
		t.deepEqual(rows(decodeTable(encodeTable(schema, table, {batchRows: step}))), rows(table));
	});
});

test('rows are taken in any order, as often as asked', (t) => {
	const taken = arbitraryTable().chain((made) =>
		fc.tuple(
			fc.constant(made),
			fc.array(fc.nat(Math.max(0, made.table.length - 1)), {maxLength: made.table.length * 2}),
		),
	);
	property(taken, ([{schema, table}, indices]) => {
		const expected = [...table.vectors].map(([name, {values}]) => [
			name,
			indices.map((index) => values[index]),
		]);
		const found = takeRows(decodeTable(encodeTable(schema, table)), Int32Array.from(indices));
		t.deepEqual(rows(found), expected);
		t.is(found.length, indices.length);
	});
});

test('record batches are read one by one, from their own bytes and the footer alone', (t) => {
	property(
		fc.tuple(arbitraryTable({maxRows: 9}), fc.integer({min: 1, max: 4})),
		([{schema, table}, step]) => {
			const parts = Array.from({length: 4}, (_, index) =>
				sliceTable(table, index * step, (index + 1) * step),
			);
			const bytes = encodeTables(schema, parts);
			const needed = footerBytes(bytes.subarray(-10));
			const footer = readFooter(bytes.slice(-needed));
			for (const [index, part] of parts.entries()) {
				const {start = 0, end = 0} = footer.batches[index] ?? {};
				t.deepEqual(rows(decodeBlock(footer.schema, bytes.slice(start, end))), rows(part));
			}
		},
	);
});

test('text that was never decoded makes no strings', (t) => {
	const schema: Schema = new Map([['text', {kind: 'utf8'}]]);
	const made = vector({kind: 'utf8'}, ['a', 'é', '']);
	const guarded = {
		type: made.type,
		length: 3,
		utf8: encodeUtf8(['a', 'é', '']),
		get values(): string[] {
			throw new Error('strings were made');
		},
	};
	const bytes = encodeTable(schema, {length: 3, vectors: new Map([['text', guarded]])});
	t.deepEqual(rows(decodeTable(bytes)), [['text', ['a', 'é', '']]]);
});

test('bytes hidden under nulls, and a first offset above zero, do not reach the file', (t) => {
	const type = {kind: 'utf8', nullable: true} as const;
	const schema: Schema = new Map([['text', type]]);
	const hidden = textVector(type, {
		utf8: {
			bytes: Buffer.from('xxabSECRETc'),
			offsets: Int32Array.of(2, 4, 10, 11),
			valid: Uint8Array.of(1, 0, 1),
		},
	});
	const plain = vector(type, ['ab', null, 'c']);
	t.deepEqual(
		encodeTable(schema, {length: 3, vectors: new Map([['text', hidden]])}),
		encodeTable(schema, {length: 3, vectors: new Map([['text', plain]])}),
	);
});

test('a table without rows, and one without columns, keep their shape', (t) => {
	const schema: Schema = new Map([
		['text', {kind: 'utf8'}],
		['tags', {kind: 'list', of: {kind: 'struct', fields: {a: {kind: 'int64'}}}}],
	]);
	const none = concatTables(schema, []);
	t.deepEqual(rows(decodeTable(encodeTable(schema, none))), [
		['text', []],
		['tags', []],
	]);
	t.deepEqual(rows(decodeTable(encodeTables(schema, []))), [
		['text', []],
		['tags', []],
	]);
	t.is(decodeTable(encodeTable(new Map(), {length: 5, vectors: new Map()})).length, 5);
});

test('columns are read by name, in the order asked', (t) => {
	const schema: Schema = new Map([
		['a', {kind: 'int32'}],
		['b', {kind: 'bool'}],
		['c', {kind: 'utf8'}],
	]);
	const table = {
		length: 1,
		vectors: new Map([
			['a', vector({kind: 'int32'}, [7])],
			['b', vector({kind: 'bool'}, [true])],
			['c', vector({kind: 'utf8'}, ['x'])],
		]),
	};
	const bytes = encodeTable(schema, table);
	t.deepEqual(rows(decodeTable(bytes, ['c', 'a'])), [
		['c', ['x']],
		['a', [7]],
	]);
	t.throws(() => decodeTable(bytes, ['d']), {instanceOf: MillraceError, code: 'schema'});
});

test('a null that the type forbids is refused, wherever it lies', (t) => {
	const faults: [Schema, unknown[]][] = [
		[new Map([['x', {kind: 'utf8'}]]), [null]],
		[new Map([['x', {kind: 'int32'}]]), [1, null]],
		[new Map([['x', {kind: 'list', of: {kind: 'utf8'}}]]), [['a', null]]],
		[new Map([['x', {kind: 'struct', fields: {a: {kind: 'bool'}}}]]), [{a: null}]],
	];
	for (const [schema, values] of faults) {
		const type = [...schema.values()][0] ?? {kind: 'bool'};
		t.throws(
			() => encodeTable(schema, {length: values.length, vectors: new Map([['x', vector(type, values)]])}),
			{message: /column x.*found null/},
		);
	}
});

test('a file that is cut off or damaged in its frame is named corrupt', (t) => {
	const schema: Schema = new Map([['a', {kind: 'int32'}]]);
	const bytes = encodeTable(schema, {
		length: 3,
		vectors: new Map([['a', vector({kind: 'int32'}, [1, 2, 3])]]),
	});
	for (const length of [0, 5, 9, 100, bytes.length - 1]) {
		t.throws(() => decodeTable(bytes.subarray(0, length)), {instanceOf: MillraceError, code: 'corrupt'});
	}
	const longFooter = bytes.slice();
	longFooter[bytes.length - 7] = 0x70;
	t.throws(() => decodeTable(longFooter), {instanceOf: MillraceError, code: 'corrupt'});
});
