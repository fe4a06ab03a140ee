import test from 'ava';
import fc from 'fast-check';
import {wordTokens, type WordTokensOptions} from './word-tokens.ts';

const cases: readonly (readonly [
	title: string,
	text: string,
	tokens: readonly string[],
	options?: WordTokensOptions,
])[] = [
	[
		'keeps apostrophes, versions and hyphens within words',
		"Don't use v3.2.1 of state-of-the-art.",
		["Don't", 'use', 'v3.2.1', 'of', 'state-of-the-art'],
	],
	[
		'keeps letters beyond ASCII',
		'Na\u00efve caf\u00e9s, \u00fcber-\u0442\u0435\u0441\u0442 \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645',
		[
			'Na\u00efve',
			'caf\u00e9s',
			'\u00fcber-\u0442\u0435\u0441\u0442',
			'\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645',
		],
	],
	[
		'keeps marks with their letters',
		'e\u0301t\u0301e\u0301 \u0939\u093f\u0928\u094d\u0926\u0940',
		['e\u0301t\u0301e\u0301', '\u0939\u093f\u0928\u094d\u0926\u0940'],
	],
	[
		'cuts scripts without spaces by dictionary',
		'\u6771\u4eac\u5927\u5b66\u3067\u52c9\u5f37\u3059\u308b',
		['\u6771\u4eac', '\u5927\u5b66', '\u3067', '\u52c9\u5f37', '\u3059\u308b'],
	],
	[
		'keeps punctuation where asked',
		'Hi, you: 5 > 3!',
		['Hi', ',', 'you', ':', '5', '>', '3', '!'],
		{punctuation: true},
	],
	[
		'keeps an emoji sequence as one token',
		'ok \u{1f469}\u200d\u{1f4bb}\u2026',
		['ok', '\u{1f469}\u200d\u{1f4bb}', '\u2026'],
		{punctuation: true},
	],
	['finds none in punctuation', ' \u2026 -- ', []],
	[
		'follows Annex 29 where asked',
		"Don't use v3.2.1, state-of-the-art.",
		["Don't", 'use', 'v3.2.1', 'state', 'of', 'the', 'art'],
		{algorithm: 'segmenter'},
	],
	[
		'cuts after elided articles by language',
		"L'eau d\u2019aujourd'hui n'est pas l\u00e0.",
		["L'", 'eau', 'd\u2019', "aujourd'hui", "n'", 'est', 'pas', 'l\u00e0'],
		{language: 'fr'},
	],
	[
		'follows natural where asked, and where it has a tokenizer',
		"Don't l'eau, caf\u00e9",
		["Don't", "l'eau", 'caf'],
		{algorithm: 'natural'},
	],
	[
		'follows Unicode where natural has no tokenizer',
		"Don't l'eau, caf\u00e9",
		["Don't", "l'eau", 'caf\u00e9'],
		{algorithm: 'natural', language: 'tr'},
	],
	[
		'follows the Penn Treebank where asked',
		"They can't (see) it.",
		['They', 'ca', "n't", '(', 'see', ')', 'it', '.'],
		{algorithm: 'treebank'},
	],
	[
		'keeps letters beyond ASCII under Treebank too',
		"The caf\u00e9\u2019s na\u00efve \u{1f469}, isn't it?",
		['The', 'caf\u00e9', '\u2019', 's', 'na\u00efve', '\u{1f469}', ',', 'is', "n't", 'it', '?'],
		{algorithm: 'treebank'},
	],
];

for (const [title, text, tokens, options] of cases) {
	test(title, (t) => {
		t.deepEqual(wordTokens(text, options), tokens);
	});
}

const anyText = fc.oneof(
	fc.string({unit: 'binary', maxLength: 80}),
	fc
		.array(
			fc.constantFrom(
				'don',
				"'",
				't',
				' ',
				'.',
				'\n',
				'\u00e9',
				'\u6771',
				'\u3067',
				'\u0e01\u0e32',
				'\u{1f469}',
				'\u200d',
				',',
				'5',
				'\u0301',
				'cannot',
				'\u00a0',
			),
		)
		.map((parts) => parts.join('')),
);

for (const algorithm of ['unicode', 'segmenter', 'treebank'] as const) {
	test(`loses no letter or digit of any script: ${algorithm}`, (t) => {
		const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
		fc.assert(
			fc.property(anyText, (text) => letters(wordTokens(text, {algorithm}).join('')) === letters(text)),
			{numRuns: 2000},
		);
		t.pass();
	});

	test(`finds well-formed tokens in order, without white space: ${algorithm}`, (t) => {
		fc.assert(
			fc.property(anyText, (text) => {
				let at = 0;
				return wordTokens(text, {algorithm, punctuation: true}).every((token) => {
					at = text.indexOf(token, at) + token.length;
					return at >= token.length && token.length > 0 && token.isWellFormed() && !/\s/.test(token);
				});
			}),
			{numRuns: 2000},
		);
		t.pass();
	});
}

test('reads one very long line in pieces, cutting no word at a space', (t) => {
	const words = Array.from({length: 3000}, (_, index) => `word${index}`);
	t.deepEqual(wordTokens(words.join(' '), {algorithm: 'segmenter'}), words);
});

test.serial('hands the segmenter a line of ten megabytes in short pieces, so that time is linear', (t) => {
	const pieces: number[] = [];
	const original = Object.getOwnPropertyDescriptor(Intl.Segmenter.prototype, 'segment');
	t.teardown(() => {
		Object.defineProperty(Intl.Segmenter.prototype, 'segment', original ?? {});
	});
	Object.defineProperty(Intl.Segmenter.prototype, 'segment', {
		configurable: true,
		value(text: string) {
			pieces.push(text.length);
			return [{segment: text}];
		},
	});
	const text = '\u6771\u4eac\u5927\u5b66\u3067\u52c9\u5f37\u3059\u308b'.repeat(400_000);
	t.is(wordTokens(text, {language: 'ja'}).join(''), text);
	t.true(Math.max(...pieces) <= 2000);
	t.is(
		pieces.reduce((sum, length) => sum + length, 0),
		text.length,
	);
});

test('reads ten million letters in one word, and ten million words', (t) => {
	for (const text of ['a', '\u00e9', "a'", 'a '].map((part) => part.repeat(10_000_000 / part.length)))
		t.is(wordTokens(text).join('').replace(/[' ]/g, '').length, text.replace(/[' ]/g, '').length);
});
