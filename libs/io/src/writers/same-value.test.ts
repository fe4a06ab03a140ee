import test from 'ava';
import type {ColumnType} from '@millrace/core';
import fc from 'fast-check';
import {cellsOfValues} from '../arrow/cells-of-values.ts';
import {sameAt} from './same-value.ts';

function same(type: ColumnType, values: readonly unknown[], found: unknown, slot: number): boolean {
	const cells = cellsOfValues(type, values, 'a');
	if (cells.kind !== 'bytes' && cells.kind !== 'fixed') throw new TypeError(cells.kind);
	return sameAt(type.kind, cells)(found, slot);
}

test('a value equals the cell that was made of it, and no other', (t) => {
	const pair = <T>(values: fc.Arbitrary<T>) => fc.array(values, {minLength: 2, maxLength: 6});
	fc.assert(
		fc.property(pair(fc.double()), pair(fc.integer()), pair(fc.boolean()), (doubles, integers, flags) => {
			const singles = doubles.map(Math.fround);
			const wide = integers.map(BigInt);
			for (const [kind, values] of [
				['float64', doubles],
				['float32', singles],
				['int32', integers],
				['int64', wide],
				['timestamp', wide],
				['bool', flags],
			] as const)
				for (const [slot, value] of values.entries()) {
					t.true(same({kind}, values, value, slot));
					t.is(
						same({kind}, values, values[0], slot),
						Object.is(values[0], value) || kindless(values[0], value),
					);
				}
		}),
	);
});

/** Whole numbers know no sign of zero. */
const kindless = (a: unknown, b: unknown): boolean => typeof a === 'bigint' && a === b;

test('bytes are equal where all are, short and long', (t) => {
	fc.assert(
		fc.property(fc.uint8Array({maxLength: 60}), fc.uint8Array({maxLength: 60}), fc.nat(), (a, b, at) => {
			const type = {kind: 'binary'} as const;
			t.true(same(type, [b, a], a, 1));
			t.is(same(type, [a, b], a, 1), Buffer.compare(a, b) === 0);
			if (a.length === 0) return;
			const changed = a.with(at % a.length, (a[at % a.length] ?? 0) ^ 1);
			t.false(same(type, [b, a], changed, 1));
			t.false(same(type, [b, a], a.subarray(1), 1));
		}),
	);
	t.false(same({kind: 'utf8'}, ['a'], 'a', 0), 'text is compared as bytes');
});
