import {runStage, testStage} from '@millrace/testing';
import test from 'ava';
import {stem} from './stem.ts';

testStage(test, 'stem', {
	stage: () => stem(),
	rows: [
		{tokens: ['Running', 'cats'], language: 'en'},
		{tokens: ['H\u00e4user', 'liefen'], language: 'de-AT'},
		{tokens: ['\u6771\u4eac', 'Cats'], language: 'zh'},
		{tokens: [], language: 'fr'},
		{tokens: ['', '\u{1f600}', "'s", 'A'], language: 'en'},
		{tokens: ['KITAPLIKLARI'], language: 'tr'},
		{tokens: ['x'], language: ''},
	],
});

const texts = [
	{
		title: 'stems by the language of the row',
		language: 'en',
		tokens: ['Running', 'cats'],
		stems: ['run', 'cat'],
	},
	{
		title: 'looks at the first part of a language tag',
		language: 'de-AT',
		tokens: ['H\u00e4user'],
		stems: ['haus'],
	},
	{
		title: 'keeps tokens in a language without an algorithm',
		language: 'zh',
		tokens: ['Cats'],
		stems: ['Cats'],
	},
	{
		title: 'writes Turkish in lower case as Turks do',
		language: 'tr',
		tokens: ['KIZLAR'],
		stems: ['k\u0131z'],
	},
] as const;

for (const {title, language, tokens, stems} of texts) {
	test(title, async (t) => {
		const {rows} = await runStage(stem(), [{tokens, language}]);
		t.deepEqual(
			rows.map(({row}) => row),
			[{tokens, language, stems}],
		);
	});
}

test('drops rows in a language without an algorithm where asked', async (t) => {
	const {rows, drops} = await runStage(stem({unknown: 'drop'}), [{tokens: ['a'], language: 'und'}]);
	t.is(rows.length, 0);
	t.deepEqual(
		drops.map(({reason}) => reason),
		['no-stemmer'],
	);
});

test('one algorithm for all rows needs no language', async (t) => {
	const {rows} = await runStage(stem({algorithm: 'lancaster', columns: {tokens: 'words'}}), [
		{words: ['Maximum', 'presumably']},
	]);
	t.deepEqual(
		rows.map(({row}) => row),
		[{words: ['Maximum', 'presumably'], stems: ['maxim', 'presum']}],
	);
});

test('one language for all rows needs no column', async (t) => {
	const {rows} = await runStage(stem({language: 'pt-BR'}), [{tokens: ['Livros']}]);
	t.deepEqual(
		rows.map(({row}) => row),
		[{tokens: ['Livros'], stems: ['livr']}],
	);
	const other = await runStage(stem({language: 'zh', unknown: 'drop'}), [{tokens: ['a']}]);
	t.is(other.rows.length, 0);
});

test('stems tokens as they are where asked', async (t) => {
	const {rows} = await runStage(stem({algorithm: 'english', case: 'keep'}), [{tokens: ['RUNNING']}]);
	t.deepEqual(
		rows.map(({row}) => row['stems']),
		[['RUNNING']],
	);
});

test('a language and an algorithm together are refused', (t) => {
	// @ts-expect-error -- the algorithm says the language
	t.throws(() => stem({language: 'en', algorithm: 'english'}), {message: /language/});
});

test('an algorithm that is not there is refused with the list', (t) => {
	const given = {algorithm: 'klingon'};
	// @ts-expect-error -- no such algorithm
	const error = t.throws(() => stem(given));
	t.regex(String(error), /algorithm/);
});
