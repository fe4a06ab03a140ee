import {runStage, testStage} from '@millrace/testing';
import test from 'ava';
import {keyTerms} from './key-terms.ts';

const rows = [
	{text: 'The bank card was lost, and the bank account is empty.', language: 'en'},
	{text: 'Die gesperrte Karte und das leere Konto', language: 'de'},
	{text: '', language: 'und'},
];

testStage(test, 'key-terms', {stage: () => keyTerms({most: 3}), rows});

test('goes by the language of the row, or by one for all', async (t) => {
	const run = await runStage(keyTerms({most: 2}), rows);
	t.deepEqual(
		run.rows.map(({row}) => row['key_terms']),
		[['bank card', 'bank account'], ['gesperrte karte', 'leere konto'], []],
	);
	const {rows: one} = await runStage(keyTerms({language: 'en', words: 1, columns: {key_terms: 'terms'}}), [
		{text: 'The lost card'},
	]);
	t.deepEqual(one[0]?.row['terms'], []);
});
