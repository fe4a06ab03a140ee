import test from 'ava';
import fc from 'fast-check';
import {joinPieces, textPieces, type TextPiecesOptions} from './text-pieces.ts';

const options: TextPiecesOptions = {
	language: 'en',
	lines: 'end',
	fits: (text) => text.length <= 20,
	longest: 100,
};
const whole = (text: string, fits = options.fits): string => {
	const pieces = textPieces(text, {...options, fits});
	return joinPieces(
		pieces,
		pieces.map((piece) => piece.text),
	);
};

const cases: readonly (readonly [title: string, text: string, pieces: readonly string[]])[] = [
	['sentences', 'I am here. Where are you?  ', ['I am here.', 'Where are you?']],
	['lines', 'Dear team,\n\nhelp me\n', ['Dear team,', 'help me']],
	[
		'a sentence that is too long, at white space',
		'one two three four five six',
		['one two three', 'four five six'],
	],
	['a word that is too long', 'a'.repeat(30), ['a'.repeat(15), 'a'.repeat(15)]],
	['nothing', '', []],
];
for (const [title, text, expected] of cases) {
	test(`cuts ${title}`, (t) => {
		t.deepEqual(
			textPieces(text, options)
				.map((piece) => piece.text)
				.filter(Boolean),
			expected,
		);
		t.is(whole(text), text);
	});
}

test('a wrapped line is one sentence where lines are spaces', (t) => {
	const pieces = textPieces('I am\nhere. You?', {...options, lines: 'space'});
	t.deepEqual(
		pieces.map(({text}) => text),
		['I am\nhere.', 'You?'],
	);
});

test('pieces fit, none is empty between words, and together they are the text', (t) => {
	fc.assert(
		fc.property(fc.string({unit: 'grapheme', maxLength: 200}), (text) => {
			const pieces = textPieces(text, options);
			return (
				whole(text) === text &&
				pieces.every((piece) => piece.text.length <= 20 || piece.text.length < 2) &&
				pieces.every((piece) => piece.text.isWellFormed())
			);
		}),
	);
	t.pass();
});

test('a million characters without white space are cut into pieces that fit', (t) => {
	const text = '😀'.repeat(500_000);
	const pieces = textPieces(text, {...options, fits: (piece) => piece.length <= 90});
	t.true(pieces.every((piece) => piece.text.length <= 90 && piece.text.isWellFormed()));
	t.is(pieces.map((piece) => piece.text).join(''), text);
});
