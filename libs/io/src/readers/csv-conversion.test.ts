import test from 'ava';
import type {ColumnType} from '@millrace/core';
import fc from 'fast-check';
import {csvConversion} from './csv-conversion.ts';

type Scalar = Exclude<ColumnType['kind'], 'list' | 'struct'>;

const read = (kind: Scalar, text: string): unknown => csvConversion({kind})({text, quoted: false});

test('numbers are read back from what they print as', (t) => {
	fc.assert(
		fc.property(fc.integer(), fc.double(), fc.bigInt({min: -(2n ** 63n), max: 2n ** 63n - 1n}), (n, d, l) => {
			t.is(read('int32', String(n)), n);
			t.is(read('float64', Object.is(d, -0) ? '-0' : String(d)), d);
			t.is(read('float32', ` ${Math.fround(n)} `), Math.fround(n));
			t.is(read('int64', String(l)), l);
			t.is(read('timestamp', String(l)), l);
		}),
	);
});

test('the usual spellings of numbers and booleans are read, others are not', (t) => {
	const texts = ['+7', ' 7 ', '07', '7.0', '7e0', '0x7', '1_000', '2147483648', '--7', ''];
	t.deepEqual(
		texts.map((text) => read('int32', text)),
		[7, 7, 7, undefined, undefined, undefined, undefined, undefined, undefined, undefined],
	);
	t.deepEqual(
		['nan', '-inf', 'Infinity', '.5', '5.', '1e400', '1,5', 'e5'].map((text) => read('float64', text)),
		[NaN, -Infinity, Infinity, 0.5, 5, undefined, undefined, undefined],
	);
	t.deepEqual(
		['TRUE', ' false', '1', '0', 'yes', ''].map((text) => read('bool', text)),
		[true, false, true, false, undefined, undefined],
	);
	t.is(read('timestamp', '1970-01-01T00:00:01Z'), 1_000_000n);
	t.is(read('int64', '9223372036854775808'), undefined);
});

test('an empty field is null where null is allowed, unless it is quoted', (t) => {
	const text: ColumnType = {kind: 'utf8', nullable: true};
	t.is(csvConversion(text)({text: '', quoted: false}), null);
	t.is(csvConversion(text)({text: '', quoted: true}), '');
	t.is(csvConversion({kind: 'int32', nullable: true})({text: '', quoted: false}), null);
	t.is(csvConversion({kind: 'int32', nullable: true})({text: '', quoted: true}), undefined);
	t.is(read('utf8', ''), '');
});
