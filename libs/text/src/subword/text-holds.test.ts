import test from 'ava';
import fc from 'fast-check';
import {textHolds} from './text-holds.ts';

test('finds what includes finds, for any strings', (t) => {
	const word = fc.string({unit: fc.constantFrom('<', '|', 'a', 'b', '>'), maxLength: 4});
	fc.assert(
		fc.property(
			fc.array(word, {maxLength: 5}),
			fc.string({unit: fc.constantFrom('<', '|', 'a', 'b', '>')}),
			(strings, text) => {
				const expected = strings.some((string) => string !== '' && text.includes(string));
				t.is(textHolds(strings)(text), expected);
			},
		),
	);
});
