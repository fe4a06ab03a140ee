import test from 'ava';
import {parseTimestamp} from '../readers/parse-timestamp.ts';
import type {ColumnType} from '@millrace/core';
import fc from 'fast-check';
import {jsonWriter} from './json-value.ts';

type Scalar = Exclude<ColumnType['kind'], 'list' | 'struct'>;

const write = (kind: Scalar, value: unknown): string => jsonWriter({kind}, 'x')(value);

test('a finite number reads back as it was, and looks like a float where it is one', (t) => {
	fc.assert(
		fc.property(fc.double({noNaN: true, noDefaultInfinity: true}), (value) => {
			const text = write('float64', value);
			t.is(JSON.parse(text), value);
			t.regex(text, /[.e]/);
		}),
	);
	t.is(write('float64', -0), '-0.0');
	for (const value of [NaN, Infinity])
		t.throws(() => write('float32', value), {code: 'schema', message: /column x holds .*write Parquet/});
});

test('a timestamp of the years 0 to 9999 is written to the microsecond', (t) => {
	const micros = fc.bigInt({min: -62_167_219_200_000_000n, max: 253_402_300_799_999_999n});
	fc.assert(
		fc.property(micros, (value) => {
			const text: unknown = JSON.parse(write('timestamp', value));
			t.is(parseTimestamp(String(text)), value);
		}),
	);
	for (const value of [-62_167_219_200_000_001n, 253_402_300_800_000_000n])
		t.throws(() => write('timestamp', value), {code: 'schema', message: /outside the years 0 to 9999/});
});

test('lists, structs, binary and nulls nest', (t) => {
	const fields = {a: {kind: 'binary'}, b: {kind: 'int64', nullable: true}} as const;
	const list = jsonWriter({kind: 'list', of: {kind: 'struct', fields}}, 'x');
	t.is(
		list([
			{b: null, a: Uint8Array.of(255)},
			{a: new Uint8Array(0), b: 2n ** 62n},
		]),
		'[{"a":"/w==","b":null},{"a":"","b":4611686018427387904}]',
	);
	t.is(list(null), 'null');
	t.is(jsonWriter({kind: 'list', of: {kind: 'int32'}}, 'x')(Int32Array.of(1, 2)), '[1,2]');
	t.throws(() => jsonWriter({kind: 'struct', fields: {a: {kind: 'float64'}}}, 'x')({a: NaN}), {
		message: /column x\.a holds NaN/,
	});
});
