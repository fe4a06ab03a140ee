import test from 'ava';
import fc from 'fast-check';
import {binOf, binStart, longest} from './bins.ts';

test('every length lies in the bin that begins at or before it', (t) => {
	fc.assert(
		fc.property(fc.integer({min: 0, max: longest}), (length) => {
			const bin = binOf(length);
			return binStart(bin) <= length && length < binStart(bin + 1);
		}),
	);
	t.deepEqual([0, 7, 8, 15, 16, 17, 18, 31, 32].map(binOf), [0, 7, 8, 15, 16, 16, 17, 23, 24]);
});

test('bins begin at round numbers', (t) => {
	t.deepEqual(
		Array.from({length: 26}, (_, bin) => binStart(bin)),
		[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 22, 24, 26, 28, 30, 32, 36],
	);
});
