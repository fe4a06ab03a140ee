import test from 'ava';
import fc from 'fast-check';
import {readThrift, type ThriftValue} from '../readers/read-thrift.ts';
import {thriftText, writeThrift, type Thrift, type ThriftFields} from './write-thrift.ts';

const leaf: fc.Arbitrary<Thrift> = fc.oneof(
	fc.integer().map((i32): Thrift => ({i32})),
	fc.maxSafeInteger().map((i64): Thrift => ({i64: Math.trunc(i64 / 2)})),
	fc.uint8Array({maxLength: 300}).map((bytes): Thrift => ({bytes})),
	fc.boolean().map((bool): Thrift => ({bool})),
);
const fieldsOf = (value: fc.Arbitrary<Thrift>): fc.Arbitrary<ThriftFields> =>
	fc.dictionary(fc.integer({min: 1, max: 60}).map(String), value, {maxKeys: 8});
const nested = fieldsOf(
	fc.oneof(
		leaf,
		fieldsOf(leaf).map((struct): Thrift => ({struct})),
		fc
			.array(fieldsOf(leaf), {maxLength: 20})
			.map((items): Thrift => ({list: items.map((struct) => ({struct})), of: 'struct'})),
		fc
			.array(fc.boolean(), {maxLength: 20})
			.map((items): Thrift => ({list: items.map((bool) => ({bool})), of: 'bool'})),
	),
);

/** What the reader, which was written before the writer, gives for a value. */
function read(value: Thrift): ThriftValue {
	if ('i32' in value) return BigInt(value.i32);
	if ('i64' in value) return BigInt(value.i64);
	if ('bytes' in value) return Buffer.from(value.bytes);
	if ('bool' in value) return value.bool;
	return 'list' in value ? value.list.map(read) : readFields(value.struct);
}

const readFields = (fields: ThriftFields): ReadonlyMap<number, ThriftValue> =>
	new Map(Object.entries(fields).flatMap(([id, value]) => (value ? [[Number(id), read(value)]] : [])));

test('a struct reads back as it was, however deep', (t) => {
	fc.assert(
		fc.property(nested, (fields) => t.deepEqual(readThrift(writeThrift(fields)), readFields(fields))),
	);
});

test('fields that are undefined are left out, and numbers far apart are written in full', (t) => {
	const bytes = writeThrift({1: undefined, 2: {i32: -1}, 40: thriftText('ü')});
	t.deepEqual([...bytes], [0x25, 1, 0x08, 80, 2, 0xc3, 0xbc, 0]);
});
