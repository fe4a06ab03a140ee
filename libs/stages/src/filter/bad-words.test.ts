import {sampleBadWords} from '@millrace/text';
import {runStage, testStage} from '@millrace/testing';
import test from 'ava';
import {badWords} from './bad-words.ts';

const {en, de, ja} = sampleBadWords;
const rows = [
	{text: 'A fine day.', language: 'en'},
	{text: 'This damned day, damn!', language: 'en'},
	{text: 'Damnation is longer.', language: 'en'},
	{text: 'So ein Mist!', language: 'de'},
	{text: 'Die Mistel ist gr\u00fcn.', language: 'de'},
	{text: '\u304a\u524d\u306f\u3070\u304b\u3060', language: 'ja'},
];

testStage(test, 'bad-words', {stage: () => badWords({lists: {en, de, ja}}), rows});
testStage(test, 'bad-words, some kept', {
	stage: () => badWords({lists: {en}, language: 'en', keepFraction: 0.5}),
	rows,
});

test('drops rows by the list of their language, with the number of places', async (t) => {
	const {rows: out, drops} = await runStage(badWords({lists: {en, de, ja}}), rows);
	t.deepEqual(drops, [
		{row: 1, reason: 'document-removed-with-badwords', score: 2},
		{row: 3, reason: 'document-removed-with-badwords', score: 2},
		{row: 5, reason: 'document-removed-with-badwords', score: 1},
	]);
	t.deepEqual(
		out.map(({row}) => row['bad_words']),
		[0, 0, 0],
	);
});

test('keeps about the fraction asked for, and says what they hold', async (t) => {
	const many = Array.from({length: 2000}, () => ({text: 'damn'}));
	const {rows: out} = await runStage(badWords({lists: {en}, language: 'en', keepFraction: 0.25}), many);
	t.true(out.length > 420 && out.length < 580, String(out.length));
	t.is(out[0]?.row['bad_words'], 1);
});

test('a language without a list ends the run, or is kept where asked', async (t) => {
	await t.throwsAsync(runStage(badWords({lists: {en}}), rows), {
		code: 'usage',
		message: /^stage bad-words: expected a list for each language, found none for "de" \(there are en\)/,
	});
	const {drops} = await runStage(badWords({lists: {en}, missingLanguage: 'keep'}), rows);
	t.deepEqual(
		drops.map(({row}) => row),
		[1],
	);
});

test('the fingerprint follows the words', (t) => {
	const options = (words: readonly string[]): string =>
		JSON.stringify(badWords({lists: {en: words}}).options);
	t.is(options(['a', 'b']), options(['a', ' b ', '# c', 'a']));
	t.not(options(['a', 'b']), options(['a', 'c']));
});
