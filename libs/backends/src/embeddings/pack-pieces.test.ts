import test from 'ava';
import fc from 'fast-check';
import {packPieces} from './pack-pieces.ts';

const pack = (text: string, most: number) =>
	packPieces(text, {language: 'en', lines: 'end', fits: ({length}) => length <= most, longest: most * 4});

const cases: readonly (readonly [text: string, most: number, pieces: readonly string[]])[] = [
	[' It fits. ', 8, ['It fits.']],
	['One two. Three four. Five six.', 20, ['One two. Three four.', 'Five six.']],
	['One two.\n\nThree four.', 15, ['One two.', 'Three four.']],
	['a bc def ghij', 7, ['a bc', 'def', 'ghij']],
	['abcdefgh', 4, ['abcd', 'efgh']],
	['', 4, ['']],
	['   ', 2, ['']],
];
for (const [text, most, pieces] of cases) {
	test(`cuts ${JSON.stringify(text)} into pieces of ${most} at most`, (t) => {
		t.deepEqual(pack(text, most), pieces);
	});
}

test('pieces fit, and hold all of a text but white space, in order', (t) => {
	const text = fc
		.array(
			fc.oneof(fc.constantFrom('. ', ' ', '\n', '! ', 'word', '\u{1f600}'), fc.string({unit: 'grapheme'})),
		)
		.map((parts) => parts.join('').toWellFormed());
	fc.assert(
		fc.property(text, fc.integer({min: 2, max: 40}), (given, most) => {
			const pieces = pack(given, most);
			const bare = (value: string): string => value.replace(/\s+/g, '');
			t.is(bare(pieces.join('')), bare(given));
			for (const piece of pieces) {
				t.true(piece.length <= most, JSON.stringify(piece));
				t.true(piece.isWellFormed());
			}
		}),
	);
});

test('takes a megabyte of one letter, of spaces and of sentences', (t) => {
	for (const part of ['a', ' ', 'a. ']) {
		const pieces = pack(part.repeat(1_000_000 / part.length), 500);
		t.true(pieces.every(({length}) => length <= 500));
	}
});
