import test from 'ava';
import {decodeUtf8, encodeUtf8} from '@millrace/core';
import fc from 'fast-check';
import {cellBytes, normalText, validity} from './cells.ts';
import {cellsOfValues} from './cells-of-values.ts';

test('validity is kept only where something is null', (t) => {
	const some = Uint8Array.of(1, 0);
	t.is(validity(some).valid, some);
	t.deepEqual(validity(Uint8Array.of(1, 1)), {});
	t.deepEqual(validity(undefined), {});
});

test('text is the same in normal form, wherever it began and whatever lay under its nulls', (t) => {
	fc.assert(
		fc.property(fc.array(fc.string()), fc.nat(), fc.array(fc.boolean()), (strings, from, nulls) => {
			const {bytes, offsets} = encodeUtf8(strings);
			const start = from % (strings.length + 1);
			const part = offsets.subarray(start);
			const valid = Uint8Array.from({length: part.length - 1}, (_, row) => (nulls[row] === true ? 0 : 1));
			const normal = normalText({bytes, offsets: part, valid});
			t.deepEqual(decodeUtf8(normal), decodeUtf8({bytes, offsets: part, valid}));
			t.is(normal.offsets[0], 0);
			t.is<number | undefined, number | undefined>(normal.bytes.length, normal.offsets.at(-1));
			t.is(normal.valid === undefined, !valid.includes(0));
			for (const [row, flag] of valid.entries())
				if (flag === 0) t.is(normal.offsets[row], normal.offsets[row + 1]);
		}),
	);
});

test('the size of cells counts values, offsets and flags, nested too', (t) => {
	t.is(cellBytes(cellsOfValues({kind: 'int64'}, [1n, 2n], 'a')), 16);
	t.is(cellBytes(cellsOfValues({kind: 'utf8', nullable: true}, ['abc', null], 'a')), 2 + 12 + 3);
	const list = {kind: 'list', of: {kind: 'struct', fields: {a: {kind: 'bool'}, b: {kind: 'int32'}}}} as const;
	t.is(cellBytes(cellsOfValues(list, [[{a: true, b: 1}], []], 'a')), 12 + 1 + 4);
});
