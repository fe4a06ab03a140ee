import {runStage} from '@millrace/testing';
import type {Augmenter, EmbeddingBackend} from '@millrace/text';
import test from 'ava';
import {letters} from '../../../../fixtures/judged.ts';
import {augment} from '../../augment.ts';
import {similarity} from './similarity.ts';

test('similarity is the cosine of embeddings, null for an empty one', async (t) => {
	const scores = await similarity({backend: letters}).judge([
		{original: 'abc', variant: 'cba', row: {}},
		{original: 'ab', variant: 'gh', row: {}},
		{original: 'a', variant: 'ab', row: {}},
		{original: 'a', variant: 'zzz', row: {}},
	]);
	t.deepEqual(
		scores.map((score) => (score === null ? null : Math.round(score * 1000) / 1000)),
		[1, 0, 0.707, null],
	);
	await t.throwsAsync(
		async () =>
			similarity({backend: {...letters, call: () => Promise.resolve({vectors: []})}}).judge([
				{original: 'a', variant: 'b', row: {}},
			]),
		{code: 'accounts'},
	);
});

test('an original is embedded once for all attempts at its row, and variants all at once', async (t) => {
	const calls: (readonly string[])[] = [];
	const backend: EmbeddingBackend = {
		...letters,
		call(request, options) {
			calls.push(request.texts);
			return letters.call(request, options);
		},
	};
	const by: Augmenter = {
		name: 'adding',
		identity: 'adding',
		concurrency: 1,
		call: ({texts, attempt}) =>
			Promise.resolve({variants: texts.map((text) => [`${text} ${'xyz'.charAt(attempt)}g`])}),
	};
	const stage = augment({
		by,
		n: 2,
		attempts: 3,
		judges: {similarity: similarity({backend})},
		gates: {minChrf: null, maxLengthRatio: null},
	});
	const run = await runStage(stage, [{text: 'abcdef'}, {text: 'a'}]);
	t.deepEqual(calls, [['a', 'a xg', 'abcdef', 'abcdef xg'], ['a yg', 'abcdef yg'], ['a zg']]);
	t.deepEqual(
		run.rows.map(({row}) => row['verdict']),
		['original', 'accepted', 'accepted', 'original', 'meaning-lost', 'meaning-lost', 'meaning-lost'],
	);
});
