import {runStage, testStage} from '@millrace/testing';
import test from 'ava';
import {wordTokens} from './word-tokens.ts';

testStage(test, 'word-tokens', {
	stage: () => wordTokens({punctuation: true}),
	rows: [
		{text: "Don't stop."},
		{text: ''},
		{text: '\u6771\u4eac\u5927\u5b66'},
		{text: 'caf\u00e9 \u{1f600}'},
		{text: '\u0e2a\u0e27\u0e31\u0e2a\u0e14\u0e35\u0e0a\u0e32\u0e27\u0e42\u0e25\u0e01'},
	],
});

const cases = [
	{title: 'adds words', options: {}, text: 'It is v1.2.', tokens: ['It', 'is', 'v1.2']},
	{
		title: 'keeps punctuation where asked',
		options: {punctuation: true},
		text: 'a, b',
		tokens: ['a', ',', 'b'],
	},
	{
		title: 'follows the Penn Treebank where asked',
		options: {algorithm: 'treebank'},
		text: "isn't",
		tokens: ['is', "n't"],
	},
	{title: 'adds an empty list to an empty text', options: {}, text: '', tokens: []},
] as const;

for (const {title, options, text, tokens} of cases) {
	test(title, async (t) => {
		const {rows} = await runStage(wordTokens(options), [{text}]);
		t.deepEqual(
			rows.map(({row}) => row),
			[{text, tokens}],
		);
	});
}

test('goes by the language of the row where asked', async (t) => {
	const {rows} = await runStage(wordTokens({language: 'column', columns: {language: 'tongue'}}), [
		{text: "l'eau", tongue: 'fr'},
		{text: "l'eau", tongue: 'en'},
		{text: '\u6771\u4eac\u5927\u5b66', tongue: ''},
	]);
	t.deepEqual(
		rows.map(({row}) => row['tokens']),
		[["l'", 'eau'], ["l'eau"], ['\u6771\u4eac', '\u5927\u5b66']],
	);
});
