import {join} from 'node:path';
import {MillraceError} from '@millrace/core';
import test from 'ava';
import {captured, notes, temporaryFolder} from '../../fixtures/harness.ts';
import {runPipeline} from './run-pipeline.ts';

test('gives the run its store, its options and a signal; an error passes through', async (t) => {
	const out = join(temporaryFolder(t), 'notes');
	const set = [{option: 'minimum', text: '7'}];
	const ran = await runPipeline(
		notes,
		{out, limit: 5, set, workers: 3},
		captured(),
		async (pipeline, {store, given, limit, executor, signal}) =>
			Promise.resolve([
				pipeline.name,
				store.url.endsWith('/notes'),
				given,
				limit,
				executor.slots,
				signal?.aborted,
			]),
	);
	t.deepEqual('result' in ran && ran.result, ['notes', true, {minimum: 7}, 5, 3, false]);
	const failing = runPipeline(notes, {out}, captured(), async () =>
		Promise.reject(new MillraceError('space', 'the disk is full.')),
	);
	await t.throwsAsync(failing, {code: 'space'});
});

test('events are JSON lines in their order', async (t) => {
	const output = captured();
	await runPipeline(notes, {out: temporaryFolder(t), json: true}, output, async (_, {onEvent}) => {
		for (let version = 1; version < 4; version++) onEvent?.({type: 'unchanged', version});
		return Promise.resolve();
	});
	t.deepEqual(
		output.json(),
		[1, 2, 3].map((version) => ({type: 'unchanged', version})),
	);
});
