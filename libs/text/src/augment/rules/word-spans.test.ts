import test from 'ava';
import fc from 'fast-check';
import {replaceSpans, wordSpans} from './word-spans.ts';

const cases = [
	["I don't re-send it.", ['I', "don't", 're-send', 'it']],
	['na\u00efve \u2013 \u00fcber 3.50', ['na\u00efve', '\u00fcber', '3', '50']],
	["'quoted' words' -x-", ['quoted', 'words', 'x']],
	['', []],
] as const;

for (const [text, words] of cases)
	test(`finds the words of ${JSON.stringify(text)}`, (t) =>
		t.deepEqual(
			wordSpans(text).map(({word}) => word),
			words,
		));

test('spans hold their words, and replacing them with themselves changes nothing', (t) => {
	fc.assert(
		fc.property(fc.string({unit: 'grapheme'}), (text) => {
			const spans = wordSpans(text);
			t.true(spans.every(({word, start, end}) => text.slice(start, end) === word));
			t.is(replaceSpans(text, spans), text);
		}),
	);
});
