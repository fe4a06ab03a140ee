import {runStage, testStage} from '@millrace/testing';
import test from 'ava';
import {ngrams} from './ngrams.ts';

testStage(test, 'ngrams', {
	stage: () => ngrams({n: 2, least: 1}),
	rows: [{tokens: ['a', 'b', 'c']}, {tokens: []}, {tokens: ['x']}],
});

test('joins words, and takes characters where asked', async (t) => {
	const words = await runStage(ngrams({n: 3}), [{tokens: ['a', 'b', 'c', 'd']}]);
	t.deepEqual(words.rows[0]?.row['ngrams'], ['a b c', 'b c d']);
	const characters = await runStage(ngrams({unit: 'characters', columns: {text: 'body'}}), [
		{body: 'a\u{1f469}\u200d\u{1f4bb}b'},
	]);
	t.deepEqual(characters.rows[0]?.row['ngrams'], ['a\u{1f469}\u200d\u{1f4bb}', '\u{1f469}\u200d\u{1f4bb}b']);
});

test('refuses fewest above n', async (t) => {
	await t.throwsAsync(runStage(ngrams({n: 2, least: 3}), [{tokens: []}]), {
		code: 'usage',
		message: 'stage ngrams: least: expected at most n, which is 2, found 3.',
	});
});
