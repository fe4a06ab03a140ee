import test from 'ava';
import fc from 'fast-check';
import {numbersOf, varintsOf} from './varints.ts';

test('reads back what it wrote', (t) => {
	fc.assert(
		fc.property(fc.array(fc.integer({min: 0, max: 2 ** 32 - 1}), {maxLength: 2000}), (numbers) => {
			t.deepEqual([...(numbersOf(varintsOf(numbers)) ?? [])], numbers);
		}),
	);
});

test('takes one byte for small numbers and five for the largest', (t) => {
	t.is(varintsOf([127]).length, 1);
	t.is(varintsOf([128]).length, 2);
	t.is(varintsOf([2 ** 32 - 1]).length, 5);
});

test('refuses a cut number and one that is too large', (t) => {
	t.is(numbersOf(Uint8Array.of(0x80)), null);
	t.is(numbersOf(Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x7f)), null);
	t.is(numbersOf(Uint8Array.of(0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01)), null);
});
