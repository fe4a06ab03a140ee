import {MillraceError} from '@millrace/core';
import {runStage, testStage} from '@millrace/testing';
import type {EmbeddingBackend} from '@millrace/text';
import test from 'ava';
import {embed} from './embed.ts';

const letters: EmbeddingBackend = {
	name: 'letters',
	identity: 'letters 1',
	concurrency: 3,
	call({texts}) {
		if (texts.some((text) => text.includes('refuse'))) throw new Error('the model does not take it');
		if (texts.includes('down')) throw new MillraceError('temporary', 'the model is down.');
		if (texts.includes('key')) throw new MillraceError('usage', 'the key is wrong.');
		return Promise.resolve({
			vectors: texts.map((text) =>
				text.trim() === ''
					? []
					: Array.from('abcd', (letter) => Math.fround((text.split(letter).length - 1) / 10)),
			),
		});
	},
};
const rows = ['abc', '', 'refuse', 'aab', 'abc', ' '].map((text) => ({text}));

testStage(test, 'embed', {stage: () => embed({backend: letters}), rows});

test('adds the vector of each text, and quarantines the row that the backend refuses alone', async (t) => {
	const stage = embed({backend: letters, columns: {embedding: 'vector'}});
	const run = await runStage(stage, rows);
	const vectors = [[1, 1, 1, 0], [], [2, 1, 0, 0], [1, 1, 1, 0], []];
	t.deepEqual(
		run.rows.map(({source, row}) => [source, row['vector']]),
		[0, 1, 3, 4, 5].map((source, at) => [source, (vectors[at] ?? []).map((sum) => Math.fround(sum / 10))]),
	);
	t.deepEqual(run.quarantines, [{row: 2, error: 'the model does not take it'}]);
});

test('rows for which the backend fails for a time are quarantined; a wrong key ends the run', async (t) => {
	const stage = embed({backend: letters});
	const {quarantines} = await runStage(stage, [{text: 'down'}, {text: 'abc'}], {batchRows: 2});
	t.deepEqual(
		quarantines.map(({row, error}) => [row, error]),
		[
			[0, 'the model is down.'],
			[1, 'the model is down.'],
		],
	);
	await t.throwsAsync(async () => runStage(stage, [{text: 'key'}]), {code: 'usage'});
});

test('holds the identity of its model in its options, and batches wait in a bounded queue', (t) => {
	const stage = embed({backend: letters, batchRows: 9});
	t.true(JSON.stringify(stage.options).includes('letters 1'));
	t.deepEqual(stage.body.kind === 'stage' ? stage.body.queue : undefined, {batchRows: 9, concurrency: 3});
	t.throws(() => embed({backend: letters, batchRows: 0}), {code: 'usage'});
});
