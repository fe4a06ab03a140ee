import {wordBordersTwin} from '@millrace/kernels';
import test from 'ava';
import fc from 'fast-check';
import {joinWords, spacedWords, spacyWords} from './join-words.ts';

const words = fc.array(
	fc.string({unit: fc.constantFrom('a', 'can', "'", 't', '\u00e9', '\u4e2d', '.', '\u00a0'), maxLength: 4}),
);
const text = fc
	.array(fc.constantFrom('cannot', 'im', 'a', '\u00e9.', '(x)', ' ', '  ', '\n', '10km', '\u{1f600}'))
	.map((parts) => parts.join(''));

test('joined words stand where their starts say', (t) => {
	fc.assert(
		fc.property(words, (given) => {
			const {bytes, starts} = joinWords(given);
			t.deepEqual(
				given.map((_, at) => bytes.toString('utf8', starts[at], (starts[at + 1] ?? 0) - 1)),
				given,
			);
		}),
	);
});

test('words at spaces are those of a split', (t) => {
	fc.assert(
		fc.property(words, (given) => {
			const filled = given.filter(Boolean);
			t.deepEqual(spacedWords(Buffer.from(filled.join(' '))), joinWords(filled));
		}),
	);
});

test('the words of spaCy are those that the twin finds', (t) => {
	fc.assert(
		fc.property(text, (given) => {
			const bytes = Buffer.from(given);
			const borders = wordBordersTwin(bytes);
			const expected = Array.from({length: borders.length / 2}, (_, at) =>
				bytes.toString('utf8', borders[at * 2], borders[at * 2 + 1]),
			);
			t.deepEqual(spacyWords(bytes), joinWords(expected));
		}),
	);
});
