import {runStage, testStage} from '@millrace/testing';
import test from 'ava';
import {identifyLanguage} from './identify-language.ts';

const english = 'My card was charged twice yesterday, please help me.';
const german = 'Meine Karte wurde gestern zweimal belastet, bitte helfen Sie mir.';

testStage(test, 'identify-language', {
	stage: () => identifyLanguage({keep: ['en', 'th', 'und'], minScore: 0.3}),
	rows: [
		{text: english},
		{text: german},
		{text: ''},
		{text: 'สวัสดีครับ'},
		{text: '12:30 \u{1f600}'},
		{text: 'Hello'},
	],
});

test('adds the language and how likely it is', async (t) => {
	const {rows} = await runStage(identifyLanguage({columns: {text: 'body', language: 'tongue'}}), [
		{body: english},
		{body: german},
		{body: '42'},
	]);
	t.deepEqual(
		rows.map(({row}) => row['tongue']),
		['en', 'de', 'und'],
	);
	for (const {row} of rows.slice(0, 2)) t.true(Number(row['language_score']) > 0.9);
	t.is(rows[2]?.row['language_score'], 0);
});

test('drops other languages and uncertain ones, with their scores', async (t) => {
	const {rows, drops} = await runStage(identifyLanguage({keep: ['en'], minScore: 0.9}), [
		{text: german},
		{text: english},
		{text: 'Where is my refund'},
		{text: '?'},
	]);
	t.deepEqual(
		drops.map(({row, reason}) => [row, reason]),
		[
			[0, 'other-language'],
			[2, 'uncertain-language'],
			[3, 'other-language'],
		],
	);
	t.true(Number(drops[0]?.score) > 0.9);
	t.is(rows.length, 1);
});

test('refuses a language that it could never find, and says which it knows', (t) => {
	t.throws(() => identifyLanguage({keep: ['en', 'eng']}), {
		code: 'usage',
		message: /keep\.1: expected a language that is identified, found "eng"; known are af, am, ar, /,
	});
});
