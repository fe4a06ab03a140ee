import {
	binary,
	bool,
	float32,
	float64,
	int32,
	int64,
	list,
	nullable,
	struct,
	timestamp,
	utf8,
	type Column,
	type ColumnType,
} from '@millrace/core';
import test from 'ava';
import fc from 'fast-check';
import {keyCodec} from './key-codec.ts';

const scalars: Readonly<Record<string, readonly [Column<unknown>, fc.Arbitrary<unknown>]>> = {
	utf8: [
		utf8,
		fc.oneof(
			fc.string({unit: 'grapheme'}),
			fc.string({unit: fc.constantFrom('\0', 'a', '\x01', 'ÿ', '\u{ffff}', '\u{10000}')}),
		),
	],
	binary: [
		binary,
		fc.oneof(
			fc.uint8Array(),
			fc.array(fc.constantFrom(0, 1, 254, 255)).map((bytes) => Uint8Array.from(bytes)),
		),
	],
	bool: [bool, fc.boolean()],
	int32: [int32, fc.oneof(fc.integer(), fc.constantFrom(0, -1, 2 ** 31 - 1, -(2 ** 31)))],
	int64: [
		int64,
		fc.oneof(
			fc.bigInt({min: -(2n ** 63n), max: 2n ** 63n - 1n}),
			fc.constantFrom(0n, -1n, 2n ** 63n - 1n, -(2n ** 63n)),
		),
	],
	timestamp: [timestamp, fc.bigInt({min: -(2n ** 63n), max: 2n ** 63n - 1n})],
	float32: [float32, fc.oneof(fc.float(), fc.constantFrom(0, -0, Number.NaN, Infinity, -Infinity))],
	float64: [
		float64,
		fc.oneof(fc.double(), fc.constantFrom(0, -0, Number.NaN, Infinity, -Infinity, 5e-324, -5e-324)),
	],
};

/** A column with values for it. */
const typed: fc.Arbitrary<readonly [Column<unknown>, fc.Arbitrary<unknown>]> = fc.letrec<{
	any: readonly [Column<unknown>, fc.Arbitrary<unknown>];
	bare: readonly [Column<unknown>, fc.Arbitrary<unknown>];
}>((tie) => ({
	any: fc
		.tuple(tie('bare'), fc.boolean())
		.map(([[column, values], isNullable]) =>
			isNullable ? ([nullable(column), fc.option(values, {freq: 3})] as const) : ([column, values] as const),
		),
	bare: fc.oneof(
		{weight: 6, arbitrary: fc.constantFrom(...Object.values(scalars))},
		{
			weight: 1,
			arbitrary: tie('any').map(
				([column, values]) => [list(column), fc.array(values, {maxLength: 4})] as const,
			),
		},
		{
			weight: 1,
			arbitrary: fc
				.tuple(tie('any'), tie('any'))
				.map(
					([[a, as], [b, bs]]) =>
						[struct({a, b}), fc.record({a: as, b: bs}, {noNullPrototype: true})] as const,
				),
		},
	),
})).any;

const table = fc.array(fc.tuple(typed, fc.boolean()), {minLength: 1, maxLength: 3}).chain((fields) =>
	fc.record({
		columns: fc.constant(Object.fromEntries(fields.map(([[column]], index) => [`c${index}`, column]))),
		descending: fc.constant(fields.flatMap(([, isDescending], index) => (isDescending ? [`c${index}`] : []))),
		rows: fc.array(fc.tuple(...fields.map(([[, values]]) => values)), {minLength: 2, maxLength: 8}),
	}),
);

test('bytes are ordered as the values are, whatever the columns', (t) => {
	fc.assert(
		fc.property(table, ({columns, descending, rows}) => {
			const codec = keyCodec(columns, {descending});
			const fields = Object.entries(columns).map(([name, {type}]) => ({
				type,
				sign: descending.includes(name) ? -1 : 1,
			}));
			const encoded = rows.map((row) => codec.encode(row));
			for (const [i, a] of rows.entries()) {
				for (const [j, b] of rows.entries()) {
					const expected =
						fields
							.map(({type, sign}, index) => ordered(type, a[index], b[index], sign))
							.find((order) => order !== 0) ?? 0;
					t.is(Math.sign(Buffer.compare(encoded[i] ?? Buffer.of(), encoded[j] ?? Buffer.of())), expected);
				}
			}
		}),
		{seed: 1, numRuns: 1500},
	);
});

test('decode gives back what was encoded, wherever it stands', (t) => {
	fc.assert(
		fc.property(table, fc.uint8Array(), fc.uint8Array(), ({columns, descending, rows}, before, after) => {
			const codec = keyCodec(columns, {descending});
			for (const row of rows) {
				const key = codec.encode(row);
				const {values, end} = codec.decode(Buffer.concat([before, key, after]), before.length);
				t.deepEqual(values, row);
				t.is(end, before.length + key.length);
			}
		}),
		{seed: 2, numRuns: 600},
	);
});

test('a tuple comes back whatever value makes its bytes outgrow their room', (t) => {
	const columns = {first: binary, flag: bool, n: int32, last: binary};
	for (let length = 230; length < 270; length++) {
		for (const fill of [7, 0]) {
			// A codec keeps the room that it made, so each begins anew.
			const codec = keyCodec(columns);
			const values = [new Uint8Array(length), true, -5, new Uint8Array(2).fill(fill)];
			t.deepEqual(codec.decode(codec.encode(values)).values, values);
			const filled = [new Uint8Array(length).fill(9), true, -5, new Uint8Array(2).fill(fill)];
			const other = keyCodec(columns);
			t.deepEqual(other.decode(other.encode(filled)).values, filled);
		}
	}
});

test('every byte string that is cut short is refused, not read on', (t) => {
	const codec = keyCodec({a: utf8, b: nullable(int64), c: list(float64)});
	const key = codec.encode(['té\0xt', 5n, [1, 2]]);
	for (let length = 0; length < key.length; length++)
		t.throws(() => codec.decode(key.subarray(0, length)), {code: 'corrupt'});
});

test('a value of another type is a schema error that names the column and what was found', (t) => {
	const refuse = (column: Column<unknown>, value: unknown, message: RegExp) =>
		t.throws(() => keyCodec({score: column}).encode([value]), {code: 'schema', message});
	refuse(utf8, 3, /key column score: expected utf8, found the number 3/);
	refuse(utf8, '\ud800', /lone surrogate/);
	refuse(int32, 0.5, /expected int32/);
	refuse(int64, 2n ** 63n, /expected int64/);
	refuse(int64, 1, /expected int64/);
	refuse(bool, null, /expected bool, found null/);
	refuse(binary, 'x', /expected binary/);
	refuse(list(utf8), ['a', 1], /key column score: expected utf8/);
	refuse(struct({inner: bool}), {inner: 1}, /score\.inner: expected bool/);
	refuse(float64, undefined, /expected float64, found nothing/);
});

test('an unknown descending column is refused', (t) => {
	t.throws(() => keyCodec({a: utf8}, {descending: ['b']}), {code: 'usage', message: /among a, found b/});
});

/** The order that a codec promises, told from the values alone. */
function ordered(type: ColumnType, a: unknown, b: unknown, sign: number): number {
	if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
	return sign * orderedPresent(type, a, b);
}

function orderedPresent(type: ColumnType, a: unknown, b: unknown): number {
	if (typeof a === 'number' && typeof b === 'number') {
		if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
		return a === b ? Number(Object.is(b, -0)) - Number(Object.is(a, -0)) : a < b ? -1 : 1;
	}
	if (typeof a === 'bigint' && typeof b === 'bigint') return a === b ? 0 : a < b ? -1 : 1;
	if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
	if (typeof a === 'string' && typeof b === 'string')
		return orderedLists(Array.from(a, codePoint), Array.from(b, codePoint), {kind: 'int32'});
	if (a instanceof Uint8Array && b instanceof Uint8Array)
		return orderedLists([...a], [...b], {kind: 'int32'});
	if (type.kind === 'list' && Array.isArray(a) && Array.isArray(b)) return orderedLists(a, b, type.of);
	if (type.kind !== 'struct' || !isObject(a) || !isObject(b)) throw new Error(`no order for ${type.kind}`);
	const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
	return (
		Object.entries(type.fields)
			.map(([name, field]) => ordered(field, left.get(name), right.get(name), 1))
			.find((order) => order !== 0) ?? 0
	);
}

function orderedLists(a: readonly unknown[], b: readonly unknown[], of: ColumnType): number {
	for (let index = 0; index < Math.min(a.length, b.length); index++) {
		const order = ordered(of, a[index], b[index], 1);
		if (order !== 0) return order;
	}
	return Math.sign(a.length - b.length);
}

const codePoint = (character: string): number => character.codePointAt(0) ?? -1;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null;
