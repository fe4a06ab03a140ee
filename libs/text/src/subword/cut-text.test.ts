import test from 'ava';
import * as fc from 'fast-check';
import {cutText} from './cut-text.ts';
import {splitPatterns} from './split-patterns.ts';

const texts = fc.array(
	fc.oneof(
		fc.constantFrom('one\ntwo', '\n', '\r\n', ' ', "it's\nMe", '.\nA', '\u00e9\n', '12345\nx', 'a \nb'),
		fc.string({unit: 'grapheme', maxLength: 5}),
	),
	{maxLength: 40},
);

test('pieces make the text, and their words are those of the whole', (t) => {
	fc.assert(
		fc.property(texts, fc.integer({min: 0, max: 20}), (parts, length) => {
			const text = parts.join('');
			const pieces = [...cutText(text, length)];
			t.is(pieces.join(''), text);
			for (const {words} of Object.values(splitPatterns))
				t.deepEqual(
					pieces.flatMap((piece) => piece.match(words) ?? []),
					text.match(words) ?? [],
				);
		}),
	);
});

test('a text without a place to cut stays whole', (t) => {
	t.deepEqual([...cutText('a'.repeat(100), 10)], ['a'.repeat(100)]);
	t.is([...cutText('line\n'.repeat(100), 10)].length, 34);
});
