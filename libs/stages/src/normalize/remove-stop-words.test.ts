import {runStage, testStage} from '@millrace/testing';
import test from 'ava';
import {removeStopWords} from './remove-stop-words.ts';

const rows = [
	{tokens: ['The', 'card', 'is', 'lost'], language: 'en'},
	{tokens: ['Die', 'Karte', 'ist', 'gesperrt'], language: 'de-AT'},
	{tokens: ['the', 'x'], language: 'und'},
	{tokens: [], language: 'en'},
];

testStage(test, 'remove-stop-words', {stage: () => removeStopWords({also: ['card']}), rows});

test('goes by the language of the row, or by one for all', async (t) => {
	const run = await runStage(removeStopWords({keep: ['is']}), rows);
	t.deepEqual(
		run.rows.map(({row}) => row['tokens']),
		[['card', 'is', 'lost'], ['Karte', 'gesperrt'], ['the', 'x'], []],
	);
	const {rows: one} = await runStage(removeStopWords({language: 'en', columns: {tokens: 'words'}}), [
		{words: ['and', 'so', 'card']},
	]);
	t.deepEqual(one[0]?.row['words'], ['card']);
});

test('refuses a language without stop words, and says which have them', (t) => {
	t.throws(() => removeStopWords({language: 'xx'}), {
		code: 'usage',
		message: /expected a language with stop words, found xx; known are af, ar, /,
	});
});
