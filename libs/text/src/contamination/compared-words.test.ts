import test from 'ava';
import fc from 'fast-check';
import {comparedWords, wordForms, type WordForm} from './compared-words.ts';

const cases: readonly (readonly [
	form: WordForm,
	text: string,
	words: readonly string[],
	language?: string,
])[] = [
	['raw', ' The  Cafés,\nclosed. ', ['The', 'Cafés,', 'closed.']],
	['normalized', 'The Cafés, closed.', ['the', 'cafes', 'closed']],
	['normalized', 'ﬁne’s it', ["fine's", 'it']],
	['stemmed', 'The cafés were closing', ['the', 'cafe', 'were', 'close']],
	['stemmed', 'Die Häuser brannten', ['die', 'haus', 'brannt'], 'de'],
	['raw', '', []],
	['stemmed', '…', []],
];

for (const [form, text, words, language] of cases)
	test(`${form} words of ${JSON.stringify(text)}`, (t) => {
		t.deepEqual(
			comparedWords(text, form, language).words.map(({word}) => word),
			words,
		);
	});

test('words stand in the text where they are said to, in order and apart', (t) => {
	fc.assert(
		fc.property(fc.string({unit: 'grapheme'}), fc.constantFrom(...wordForms), (given, form) => {
			let last = 0;
			const {text, words} = comparedWords(given, form);
			t.is(text, given);
			for (const {word, start, end} of words) {
				t.true(start >= last && end > start && end <= text.length);
				if (form === 'raw') t.is(text.slice(start, end), word);
				last = end;
			}
		}),
	);
});
