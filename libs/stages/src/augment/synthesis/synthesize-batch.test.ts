import {defineStage, MillraceError, utf8, type Columns} from '@millrace/core';
import {runStage} from '@millrace/testing';
import test from 'ava';
import {failureWatch} from '../shape/failure-watch.ts';
import {synthesisColumns, type SynthesisCandidate} from './synthesis-columns.ts';
import {synthesizeBatch, type SynthesisTurn} from './synthesize-batch.ts';

const adds: Columns = synthesisColumns;
const stage = (make: (text: string, turn: SynthesisTurn) => Promise<readonly SynthesisCandidate[]>) => {
	const watch = failureWatch('making');
	return defineStage({
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
				watch,
				make: async ({text}, turn) => make(String(text), turn),
			}),
	})();
};

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

test('a call that fails is a rejected pair, and the row is not asked about again', async (t) => {
	const turns: number[] = [];
	const run = await runStage(
		stage(async (text, {made}) => {
			turns.push(made.length);
			if (text === 'a') throw new Error('too long');
			return Promise.resolve([pair('accepted')]);
		}),
		[{text: 'a'}, {text: 'b'}],
	);
	t.deepEqual(
		run.rows.map(({source, row}) => [source, row['verdict'], row['via'], row['variants_missing']]),
		[
			[0, 'original', null, 2],
			[0, 'failed', 'too long', null],
			[1, 'original', null, 0],
			[1, 'accepted', null, null],
			[1, 'accepted', null, null],
		],
	);
	t.deepEqual(turns.sort(), [0, 0, 1]);
	t.deepEqual(run.quarantines, []);
});

test('the run ends where the model is down, or the run at fault', async (t) => {
	const failing = (error: Error) => stage(() => Promise.reject(error));
	for (const [code, expected] of [
		['temporary', 'stopped'],
		['usage', 'usage'],
	] as const)
		await t.throwsAsync(runStage(failing(new MillraceError(code, 'no')), [{text: 'a'}, {text: 'b'}]), {
			code: expected,
		});
});

test('what a call took stands at its pair', async (t) => {
	const usage = {requests: 1, prompt_tokens: 3, completion_tokens: 2};
	const run = await runStage(
		stage(() => Promise.resolve([{...pair('accepted'), usage}, pair('accepted')])),
		[{text: 'a'}],
	);
	t.deepEqual(
		run.rows.map(({row}) => row['usage']),
		[null, usage, null],
	);
});
