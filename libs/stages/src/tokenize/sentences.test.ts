import {runStage, testStage} from '@millrace/testing';
import test from 'ava';
import {sentences} from './sentences.ts';

const rows = [
	{text: 'Dr. No came. He left.', language: 'en'},
	{text: 'Am 3. Mai kam er. Dann ging er.', language: 'de'},
	{text: '今日は晴れ。本当？', language: 'ja'},
	{text: '', language: 'und'},
	{text: ' \n', language: ''},
];

testStage(test, 'sentences', {stage: () => sentences(), rows});

test('cuts by the language of the row', async (t) => {
	const run = await runStage(sentences(), rows);
	t.deepEqual(
		run.rows.map(({row}) => row['sentences']),
		[
			['Dr. No came.', 'He left.'],
			['Am 3. Mai kam er.', 'Dann ging er.'],
			['今日は晴れ。', '本当？'],
			[],
			[],
		],
	);
});

test('cuts by one language where it is given, in columns of any name', async (t) => {
	const {rows} = await runStage(sentences({language: 'de', columns: {text: 'body', sentences: 'parts'}}), [
		{body: 'Am 3. Mai. Gut.'},
	]);
	t.deepEqual(rows[0]?.row['parts'], ['Am 3. Mai.', 'Gut.']);
});

test('keeps the text whole where asked', async (t) => {
	const {rows} = await runStage(sentences({language: 'en', spaces: 'keep', lines: 'end'}), [
		{text: ' a\nb.  C\n'},
	]);
	t.deepEqual(rows[0]?.row['sentences'], [' a\n', 'b.  ', 'C\n']);
});

test('refuses what is no language tag', (t) => {
	t.throws(() => sentences({language: 'English'}), {
		code: 'usage',
		message: /expected a language tag such as en/,
	});
});
