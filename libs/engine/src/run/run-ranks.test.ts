import {utf8, pipeline, type SourceFile} from '@millrace/core';
import {fromJsonl, memoryStore} from '@millrace/io';
import {namesIn} from '@millrace/testing';
import test, {type ExecutionContext} from 'ava';
import {bytes} from '../../fixtures/bytes.ts';
import {temporaryFolder} from '../../fixtures/temporary-folder.ts';
import type {IndexWork} from '../work/work.ts';
import {planRun} from './run-plan.ts';
import {runRanks} from './run-ranks.ts';

async function prepared(t: ExecutionContext) {
	const store = memoryStore();
	const folder = temporaryFolder(t, {
		'a.jsonl': '{"text":"a"}\n',
		'b.jsonl': '{"text":"b"}\n',
		'c.jsonl': '{"text":"c"}\n',
	});
	const plan = await planRun(
		store,
		pipeline('ranks', fromJsonl({files: folder, columns: {text: utf8}})),
		undefined,
		{},
	);
	const files: SourceFile[] = [];
	for await (const file of plan.pipeline.reader.list()) files.push(file);
	const works = files.map((file, rank): IndexWork => ({
		kind: 'index',
		fingerprint: `f${rank}`,
		files: [file],
		read: 0,
	}));
	const phase = 'runs/x/index-1.json';
	await store.put(phase, bytes(JSON.stringify(works)));
	return {store, submission: {plan: plan.object, planHash: plan.hash, phase}};
}

test('the ranks asked for are done, and no others', async (t) => {
	const {store, submission} = await prepared(t);
	await runRanks(store, submission, [2, 0]);
	t.deepEqual(await namesIn(store, 'done/'), ['done/f0/f0.json', 'done/f2/f2.json']);
	await runRanks(store, submission, [1]);
	t.is((await namesIn(store, 'done/')).length, 3);
});

test('ranks before one that is not there are done', async (t) => {
	const {store, submission} = await prepared(t);
	await t.throwsAsync(runRanks(store, submission, [0, 7, 1]), {
		code: 'usage',
		message: /rank 7 of runs\/x\/index-1\.json: the phase has 3/,
	});
	t.deepEqual(await namesIn(store, 'done/'), ['done/f0/f0.json']);
});

test('a phase that is not there is missing', async (t) => {
	const {store, submission} = await prepared(t);
	await t.throwsAsync(runRanks(store, {...submission, phase: 'runs/x/index-2.json'}, [0]), {code: 'missing'});
});
