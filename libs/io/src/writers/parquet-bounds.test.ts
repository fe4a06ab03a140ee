import generated from '@dsnp/parquetjs/dist/gen-nodejs/parquet_types.js';
import test from 'ava';
import fc from 'fast-check';
import {withinBounds} from './parquet-bounds.ts';
import type {Leaf} from './parquet-leaves.ts';

const leaf = (physical: Leaf['physical']): Leaf => ({
	path: ['a'],
	kind: 'int32',
	physical,
	maxDefinition: 0,
	maxRepetition: 0,
});
const {Statistics} = generated;
const within = (
	physical: Leaf['physical'],
	least: Uint8Array,
	most: Uint8Array,
): ((value: unknown) => boolean) =>
	withinBounds(leaf(physical), new Statistics({min_value: Buffer.from(least), max_value: Buffer.from(most)}));
const bytes = (values: ArrayBufferView): Uint8Array =>
	new Uint8Array(values.buffer, values.byteOffset, values.byteLength);

test('a value is within bounds where none is beyond them', (t) => {
	fc.assert(
		fc.property(fc.integer(), fc.integer(), fc.integer(), (a, b, value) => {
			const [least, most] = [Math.min(a, b), Math.max(a, b)];
			const expected = value >= least && value <= most;
			t.is(within('INT32', bytes(Int32Array.of(least)), bytes(Int32Array.of(most)))(value), expected);
			t.is(within('DOUBLE', bytes(Float64Array.of(least)), bytes(Float64Array.of(most)))(value), expected);
			const wide = within(
				'INT64',
				bytes(BigInt64Array.of(BigInt(least))),
				bytes(BigInt64Array.of(BigInt(most))),
			);
			t.is(wide(BigInt(value)), expected);
		}),
	);
});

test('text is compared by its bytes', (t) => {
	const some = fc.uint8Array({maxLength: 3});
	fc.assert(
		fc.property(some, some, some, (a, b, value) => {
			const [least = a, most = b] = [a, b].sort((one, other) => Buffer.compare(one, other));
			const expected = Buffer.compare(value, least) >= 0 && Buffer.compare(value, most) <= 0;
			t.is(within('BYTE_ARRAY', least, most)(value), expected);
		}),
	);
});

test('NaN has no bounds, nor have values without statistics; a value of another type has no place', (t) => {
	const double = within('DOUBLE', bytes(Float64Array.of(0)), bytes(Float64Array.of(1)));
	t.true(double(NaN));
	t.false(double('0.5'));
	t.false(within('BYTE_ARRAY', Uint8Array.of(0), Uint8Array.of(9))(5));
	const bool = within('BOOLEAN', Uint8Array.of(1), Uint8Array.of(1));
	t.deepEqual([bool(true), bool(false)], [true, false]);
	t.true(withinBounds(leaf('INT32'), new Statistics())(7));
});
