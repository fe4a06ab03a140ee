import test from 'ava';
import fc from 'fast-check';
import {readThrift, type ThriftStruct, type ThriftValue} from './read-thrift.ts';

const varint = (value: bigint): readonly number[] =>
	value < 128n ? [Number(value)] : [Number(value & 127n) | 128, ...varint(value >> 7n)];
const zigzag = (value: bigint): readonly number[] => varint(value < 0n ? -value * 2n - 1n : value * 2n);

/** The bytes of a value after its type. */
function encode(value: ThriftValue): readonly number[] {
	if (typeof value === 'bigint') return zigzag(value);
	if (typeof value === 'number') {
		const bytes = Buffer.alloc(8);
		bytes.writeDoubleLE(value);
		return [...bytes];
	}
	if (value instanceof Uint8Array) return [...varint(BigInt(value.length)), ...value];
	if (value instanceof Map) return encodeStruct(value);
	if (typeof value === 'boolean' || !isList(value)) return [];
	const [first] = value;
	const head = typeof first === 'boolean' ? 2 : first === undefined ? 6 : typeOf(first);
	const count =
		value.length < 15 ? [(value.length << 4) | head] : [0xf0 | head, ...varint(BigInt(value.length))];
	return [...count, ...value.flatMap((item) => (typeof item === 'boolean' ? [item ? 1 : 2] : encode(item)))];
}

const isList = (value: ThriftValue): value is readonly ThriftValue[] => Array.isArray(value);

function encodeStruct(fields: ThriftStruct): readonly number[] {
	let last = 0;
	const bytes = [...fields].flatMap(([id, value]) => {
		const type = typeOf(value);
		const step = id - last;
		last = id;
		const head = step > 0 && step < 16 ? [(step << 4) | type] : [type, ...zigzag(BigInt(id))];
		return [...head, ...encode(value)];
	});
	return [...bytes, 0];
}

function typeOf(value: ThriftValue): number {
	if (typeof value === 'boolean') return value ? 1 : 2;
	if (typeof value === 'bigint') return 6;
	if (typeof value === 'number') return 7;
	if (value instanceof Uint8Array) return 8;
	return value instanceof Map ? 12 : 9;
}

const {struct} = fc.letrec<{value: ThriftValue; struct: ThriftStruct}>((tie) => ({
	value: fc.oneof(
		{maxDepth: 3},
		fc.boolean(),
		fc.bigInt({min: -(2n ** 63n), max: 2n ** 63n - 1n}),
		fc.double(),
		fc.uint8Array({maxLength: 200}).map((bytes) => Buffer.from(bytes)),
		fc.array(fc.boolean(), {maxLength: 20}),
		fc.array(fc.bigInt({min: -9n, max: 2n ** 40n}), {maxLength: 20}),
		fc.array(tie('struct'), {maxLength: 3}),
		tie('struct'),
	),
	struct: fc
		.uniqueArray(fc.tuple(fc.integer({min: 1, max: 400}), tie('value')), {
			selector: ([id]) => id,
			maxLength: 5,
		})
		.map((fields) => new Map(fields.sort(([a], [b]) => a - b))),
}));

test('a struct of any fields is read back', (t) => {
	fc.assert(
		fc.property(struct, (fields) => {
			t.deepEqual(readThrift(Buffer.from(encodeStruct(fields))), fields);
		}),
	);
});

test('bytes that end early, or are no struct, are a RangeError', (t) => {
	fc.assert(
		fc.property(struct, fc.nat(), (fields, cut) => {
			const bytes = Buffer.from(encodeStruct(fields));
			t.throws(() => readThrift(bytes.subarray(0, cut % bytes.length)), {instanceOf: RangeError});
		}),
	);
	t.throws(() => readThrift(Buffer.of(0x1d, 0)), {message: /unknown type 13/});
	t.throws(() => readThrift(Buffer.from(`18${'ff'.repeat(10)}01`, 'hex')), {message: /more than 64 bits/});
	t.throws(() => readThrift(Buffer.of(0x19, 0xfc, 0xff, 0xff, 0x03)), {message: /length beyond the end/});
	t.throws(() => readThrift(Buffer.alloc(200, 0x1c)), {message: /too deep/});
});
