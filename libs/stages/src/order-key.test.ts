import {binary, bool, float64, int64, nullable, utf8, type Column} from '@millrace/core';
import test from 'ava';
import fc from 'fast-check';
import {orderKey} from './order-key.ts';

const sign = (value: number): number => Math.sign(value);

function ordersAs<T>(type: Column<unknown>, values: fc.Arbitrary<T>, compare: (a: T, b: T) => number): void {
	fc.assert(
		fc.property(values, values, fc.boolean(), (a, b, descending) => {
			const [keyA, keyB] = [a, b].map((value) => orderKey([['v', type]], {v: value}, descending));
			const expected = sign(compare(a, b)) || 0;
			return (
				keyA !== undefined &&
				keyB !== undefined &&
				Buffer.compare(keyA, keyB) === (descending ? -expected || 0 : expected)
			);
		}),
		{numRuns: 2000},
	);
}

test('orders text by code point', (t) => {
	const text = fc.oneof(
		fc.string({unit: 'binary', maxLength: 4}),
		fc
			.array(fc.constantFrom('a', '\0', '\uffff', '\u{10000}', '\u00e9'), {maxLength: 4})
			.map((parts) => parts.join('')),
	);
	ordersAs(utf8, text, (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
	t.pass();
});

test('orders numbers, those of 64 bits, truth values and bytes', (t) => {
	ordersAs(float64, fc.double({noNaN: true}), (a, b) => (a < b ? -1 : Number(a > b)));
	ordersAs(int64, fc.bigInt({min: -(2n ** 63n), max: 2n ** 63n - 1n}), (a, b) =>
		a < b ? -1 : Number(a > b),
	);
	ordersAs(bool, fc.boolean(), (a, b) => Number(a) - Number(b));
	ordersAs(binary, fc.uint8Array({maxLength: 4, max: 2}), (a, b) => Buffer.compare(a, b));
	t.pass();
});

test('orders by the first column, then the next, whatever their lengths', (t) => {
	const pair = fc.tuple(fc.string({maxLength: 2}), fc.string({maxLength: 2}));
	fc.assert(
		fc.property(pair, pair, (a, b) => {
			const [keyA, keyB] = [a, b].map(([x, y]) =>
				orderKey(
					[
						['x', utf8],
						['y', utf8],
					],
					{x, y},
				),
			);
			const expected =
				Buffer.compare(Buffer.from(a[0]), Buffer.from(b[0])) ||
				Buffer.compare(Buffer.from(a[1]), Buffer.from(b[1]));
			return keyA !== undefined && keyB !== undefined && Buffer.compare(keyA, keyB) === expected;
		}),
	);
	t.pass();
});

test('puts null last in either direction, and NaN after all numbers', (t) => {
	const column = [['v', nullable(float64)]] as const;
	const key = (v: number | null, descending = false): Uint8Array => orderKey(column, {v}, descending);
	t.is(Buffer.compare(key(NaN), key(Infinity)), 1);
	t.is(Buffer.compare(key(null), key(NaN)), 1);
	t.is(Buffer.compare(key(null, true), key(-Infinity, true)), 1);
	t.deepEqual(key(-0), key(0));
});
