import test from 'ava';
import type {ColumnType} from '@millrace/core';
import fc from 'fast-check';
import {fromBase64, jsonConversion, jsonFault, ownValue} from './json-conversion.ts';

type Scalar = Exclude<ColumnType['kind'], 'list' | 'struct'>;

const convert = (kind: Scalar, value: unknown): unknown => jsonConversion({kind}, true)(value);

test('a whole number of 64 bits is read as number, as text or exactly; a larger one is refused', (t) => {
	fc.assert(
		fc.property(fc.bigInt({min: -(2n ** 64n), max: 2n ** 64n}), (whole) => {
			const expected = BigInt.asIntN(64, whole) === whole ? whole : undefined;
			t.is(convert('int64', whole), expected);
			t.is(convert('int64', String(whole)), expected);
			t.is(convert('timestamp', whole), expected);
		}),
	);
	t.is(convert('int64', 7), 7n);
	t.is(convert('int64', 7.5), undefined);
	t.is(convert('int64', 2 ** 53), undefined, 'it may have been rounded');
	t.is(convert('timestamp', '1970-01-01T00:00:00.000001Z'), 1n);
});

test('numbers fit their column or are refused', (t) => {
	fc.assert(
		fc.property(fc.double(), (value) => {
			const fits = Number.isFinite(value);
			t.is(convert('float64', value), fits ? value : undefined);
			t.is(convert('float32', value), Number.isFinite(Math.fround(value)) ? Math.fround(value) : undefined);
			t.is(convert('int32', value), (value | 0) === value ? value | 0 : undefined);
		}),
	);
	t.is(convert('float64', 10n ** 20n), 1e20);
	t.is(convert('bool', 1), undefined);
});

test('base64 is read as its bytes; whatever such bytes are not written as is refused', (t) => {
	fc.assert(
		fc.property(fc.uint8Array(), (bytes) => {
			t.deepEqual(fromBase64(Buffer.from(bytes).toString('base64')), bytes);
		}),
	);
	for (const text of ['YQ', 'YR==', 'Y Q=', 'YQ==\n', '-_8=', 7]) t.is(fromBase64(text), undefined);
});

test('a list or struct fits where all in it does; a field of an object is its own', (t) => {
	const fields = {constructor: {kind: 'utf8', nullable: true}, n: {kind: 'int32'}} as const;
	const type: ColumnType = {kind: 'list', of: {kind: 'struct', fields}};
	const lists = jsonConversion(type, true);
	t.deepEqual(lists([{n: 1, other: 2}]), [{constructor: null, n: 1}]);
	t.is(lists([{n: 1}, {n: 'x'}]), undefined);
	t.is(lists({n: 1}), undefined);
	t.is(ownValue({}, 'toString'), undefined);
	t.is(ownValue({toString: 1}, 'toString'), 1);
});

test('half a surrogate pair is refused only where asked', (t) => {
	t.is(convert('utf8', '\ud800'), undefined);
	t.is(jsonConversion({kind: 'utf8'}, false)('\ud800'), '\ud800');
});

test('a fault says what was expected and found', (t) => {
	t.is(jsonFault('x', {kind: 'int64'}), 'expected int64, as a whole number of 64 bits, found "x"');
	t.regex(jsonFault(['x'], {kind: 'timestamp'}), /found a list$/);
	t.regex(jsonFault(undefined, {kind: 'timestamp'}), /found nothing$/);
	t.regex(jsonFault('YQ', {kind: 'binary'}), /expected binary as base64/);
	t.regex(jsonFault('x', {kind: 'int32'}), /int32/);
});
