import {defineStage, MillraceError, utf8, type Columns} from '@millrace/core';
import {runStage} from '@millrace/testing';
import test from 'ava';
import {synthesisColumns, type SynthesisCandidate} from './synthesis-columns.ts';
import {synthesizeBatch, type SynthesisTurn} from './synthesize-batch.ts';

const adds: Columns = synthesisColumns;
const stage = (make: (text: string, turn: SynthesisTurn) => Promise<readonly SynthesisCandidate[]>) =>
	defineStage({
		name: 'making',
		needs: {text: utf8},
		adds,
		queue: () => ({concurrency: 1, batchRows: 10}),
		batch: async (batch, context) =>
			synthesizeBatch(batch, context, {
				name: 'making',
				identity: 'making 1',
				n: 2,
				attempts: 3,
				when: ({text}) => text !== 'skip',
				group: ({text}) => (text === 'grouped' ? 'thread 7' : null),
				make: async ({text}, turn) => make(String(text), turn),
			}),
	})();

const pair = (verdict: string): SynthesisCandidate => ({instruction: 'i', response: 'r', verdict, via: null});

test('asks until enough are accepted, and passes on what was made before', async (t) => {
	const turns: [number, number][] = [];
	const run = await runStage(
		stage(async (_, {made, wanted}) => {
			turns.push([made.length, wanted]);
			return Promise.resolve([pair('accepted'), pair('bad-json')]);
		}),
		[{text: 'grouped'}, {text: 'skip'}],
	);
	t.deepEqual(turns, [
		[0, 2],
		[1, 1],
	]);
	t.deepEqual(
		run.rows.map(({row}) => [
			row['verdict'],
			row['attempt'],
			row['group_id'] === 'thread 7',
			row['variants_missing'],
		]),
		[
			['original', null, true, 0],
			['accepted', 0, true, null],
			['bad-json', 0, true, null],
			['accepted', 1, true, null],
			['original', null, false, null],
		],
	);
});

test('quarantines a row that fails, and stops where the run is at fault', async (t) => {
	const failing = (error: Error) => stage(() => Promise.reject(error));
	const run = await runStage(failing(new Error('too long')), [{text: 'a'}]);
	t.deepEqual(run.quarantines, [{row: 0, error: 'too long'}]);
	await t.throwsAsync(runStage(failing(new MillraceError('usage', 'no such model')), [{text: 'a'}]), {
		code: 'usage',
	});
});
