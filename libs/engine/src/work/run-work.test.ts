import {int32, pipeline, utf8} from '@millrace/core';
import {fromJsonl, memoryStore} from '@millrace/io';
import {namesIn} from '@millrace/testing';
import test, {type ExecutionContext} from 'ava';
import {bytes} from '../../fixtures/bytes.ts';
import {temporaryFolder} from '../../fixtures/temporary-folder.ts';
import {readDone, recordName, runWork} from './run-work.ts';
import type {IndexWork, Work} from './work.ts';

async function prepared(t: ExecutionContext) {
	const store = memoryStore();
	const reader = fromJsonl({
		files: temporaryFolder(t, {'a.jsonl': '{"text":"a","n":1}\n'}),
		columns: {text: utf8, n: int32},
	});
	const files = [];
	for await (const file of reader.list()) files.push(file);
	const work: IndexWork = {kind: 'index', fingerprint: 'abcdef', files, read: 5};
	return {store, plan: pipeline('work', reader), work};
}

test('work leaves a completion record, and is not done again', async (t) => {
	const {store, plan, work} = await prepared(t);
	t.is(await readDone(store, work), undefined);
	await runWork(store, plan, work);
	t.like((await readDone(store, work))?.files[0], {path: 'a.jsonl', read: 5});
	t.deepEqual(await namesIn(store, ''), ['done/ab/abcdef.json']);
	await runWork(store, plan, {...work, read: 99});
	t.like((await readDone(store, work))?.files[0], {read: 5}, 'the first record counts');
});

test('a torn record is taken away, so that the work is done again', async (t) => {
	const {store, plan, work} = await prepared(t);
	for (const torn of ['', '{"files": [{"pa', '\0\0\0\0']) {
		await store.put(recordName(work.fingerprint), bytes(torn));
		t.is(await readDone(store, work), undefined);
		t.deepEqual(await namesIn(store, 'done/'), []);
	}
	await runWork(store, plan, work);
	t.truthy(await readDone(store, work));
});

test('work that fails leaves no record', async (t) => {
	const {store, plan, work} = await prepared(t);
	const gone = {...work, files: [{path: 'gone.jsonl', bytes: 1, stamp: 's', changed: 0}]};
	await t.throwsAsync(runWork(store, plan, gone), {code: 'missing', message: /gone\.jsonl/});
	t.deepEqual(await namesIn(store, ''), []);
});

test('work that the pipeline does not have is refused in a sentence', async (t) => {
	const {store, plan} = await prepared(t);
	const layer = {data: {name: 'cache/aa/aa', bytes: 1}, rows: 1, columns: []};
	const refused: readonly (readonly [Work, RegExp])[] = [
		[
			{kind: 'shard', fingerprint: 'f1', stream: 'rows', split: 'train', parts: []},
			/pipeline work: expected a writer, found none/,
		],
		[
			{kind: 'extract', fingerprint: 'f2', segment: 0, layer},
			/segment 0: expected a barrier after it, found none/,
		],
		[{kind: 'extract', fingerprint: 'f3', segment: 9, layer}, /segment 9: the pipeline has 1/],
	];
	for (const [work, message] of refused)
		await t.throwsAsync(runWork(store, plan, work), {code: 'usage', message});
});

test('a record is named by its fingerprint alone', (t) => {
	t.is(recordName('1234abcd'), 'done/12/1234abcd.json');
});
