import test from 'ava';
import type {ColumnType} from '@millrace/core';
import {
	DateDay,
	DateMillisecond,
	Dictionary,
	Float16,
	Int32,
	Int8,
	makeData,
	TimestampMicrosecond,
	TimestampMillisecond,
	TimestampNanosecond,
	TimestampSecond,
	Uint32,
	Utf8,
	vectorFromArray,
	type Data,
} from 'apache-arrow';
import fc from 'fast-check';
import {arrowCells} from './arrow-cells.ts';

type Scalar = Exclude<ColumnType['kind'], 'list' | 'struct'>;

const all = (data: Data | undefined, kind: Scalar): readonly unknown[] => {
	if (!data) throw new Error('no data');
	const cells = arrowCells(data, {kind, nullable: true});
	return Array.from({length: data.length}, (_, row) => cells(row));
};

test('timestamps and dates of any unit become microseconds, nanoseconds rounded down', (t) => {
	const common = {length: 3, nullCount: 0, data: BigInt64Array.of(-1n, 1n, 1_001n)};
	t.deepEqual(all(makeData({type: new TimestampSecond(), ...common}), 'timestamp'), [
		-1_000_000n,
		1_000_000n,
		1_001_000_000n,
	]);
	t.deepEqual(all(makeData({type: new TimestampMillisecond(), ...common}), 'timestamp'), [
		-1000n,
		1000n,
		1_001_000n,
	]);
	t.deepEqual(all(makeData({type: new TimestampMicrosecond(), ...common}), 'timestamp'), [-1n, 1n, 1_001n]);
	t.deepEqual(all(makeData({type: new TimestampNanosecond(), ...common}), 'timestamp'), [-1n, 0n, 1n]);
	t.deepEqual(all(makeData({type: new DateMillisecond(), ...common}), 'timestamp'), [
		-1000n,
		1000n,
		1_001_000n,
	]);
	const days = makeData({type: new DateDay(), length: 1, nullCount: 0, data: Int32Array.of(-1)});
	t.deepEqual(all(days, 'timestamp'), [-86_400_000_000n]);
	const far = makeData({type: new TimestampSecond(), length: 1, data: BigInt64Array.of(2n ** 62n)});
	t.throws(() => all(far, 'timestamp'), {code: 'corrupt', message: /within 64 bits of microseconds/});
});

test('numbers are widened', (t) => {
	t.deepEqual(all(vectorFromArray([-1, null, 7], new Int8()).data[0], 'int64'), [-1n, null, 7n]);
	t.deepEqual(all(vectorFromArray([2 ** 32 - 1], new Uint32()).data[0], 'float64'), [2 ** 32 - 1]);
	t.deepEqual(all(vectorFromArray([0.5, null], new Float16()).data[0], 'float32'), [0.5, null]);
});

test('a slice of booleans, text or numbers has the cells of the whole from there on', (t) => {
	const row = fc.record({
		yes: fc.option(fc.boolean()),
		text: fc.option(fc.string()),
		n: fc.option(fc.integer()),
	});
	fc.assert(
		fc.property(fc.array(row, {minLength: 1, maxLength: 30}), fc.nat(), fc.nat(), (rows, from, count) => {
			const start = from % rows.length;
			const length = 1 + (count % (rows.length - start));
			const columns = [
				[vectorFromArray(rows.map(({yes}) => yes)), 'bool'],
				[
					vectorFromArray(
						rows.map(({text}) => text),
						new Utf8(),
					),
					'utf8',
				],
				[
					vectorFromArray(
						rows.map(({n}) => n),
						new Int32(),
					),
					'int32',
				],
			] as const;
			for (const [{data}, kind] of columns) {
				const [whole] = data;
				t.deepEqual(all(whole?.slice(start, length), kind), all(whole, kind).slice(start, start + length));
			}
		}),
	);
});

test('offsets and keys that lead astray are corrupt', (t) => {
	const text = (...offsets: readonly number[]): Data =>
		makeData({
			type: new Utf8(),
			length: offsets.length - 1,
			nullCount: 0,
			valueOffsets: Int32Array.from(offsets),
			data: Uint8Array.of(97, 98, 99),
		});
	t.deepEqual(all(text(0, 1, 3), 'utf8'), [Uint8Array.of(97), Uint8Array.of(98, 99)]);
	for (const offsets of [
		[0, 4],
		[2, 1],
		[-1, 1],
	])
		t.throws(() => all(text(...offsets), 'utf8'), {code: 'corrupt', message: /offsets and lengths agree/});
	const dictionary = vectorFromArray(['a', 'b'], new Utf8());
	const keys = (...data: readonly number[]): Data =>
		makeData({
			type: new Dictionary(new Utf8(), new Int32()),
			length: data.length,
			nullCount: 0,
			data: Int32Array.from(data),
			dictionary,
		});
	t.deepEqual(all(keys(1, 0), 'utf8'), [Uint8Array.of(98), Uint8Array.of(97)]);
	t.throws(() => all(keys(2), 'utf8'), {code: 'corrupt'});
	t.throws(() => all(keys(-1), 'utf8'), {code: 'corrupt'});
});
