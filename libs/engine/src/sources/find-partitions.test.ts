import {appendFileSync, rmSync, utimesSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {pipeline, utf8, type Store} from '@millrace/core';
import {fromJsonl, memoryStore} from '@millrace/io';
import {namesIn} from '@millrace/testing';
import test, {type ExecutionContext} from 'ava';
import {directExecutor} from '../../fixtures/direct-executor.ts';
import {temporaryFolder} from '../../fixtures/temporary-folder.ts';
import type {EngineEvent} from '../run/events.ts';
import {planRun} from '../run/run-plan.ts';
import {findPartitions} from './find-partitions.ts';

const lines = (name: string, count: number): string =>
	Array.from({length: count}, (_, row) => `{"text":"${name} ${row}"}\n`).join('');

const prepared = (t: ExecutionContext) => {
	const folder = temporaryFolder(t, {
		'a.jsonl': lines('a', 5),
		'b.jsonl.gz': gzipSync(lines('b', 50)),
		'c.jsonl': lines('c', 5),
	});
	return {folder, store: memoryStore(), later: Date.now() + 60_000};
};

/** Finds the partitions of a folder; tells which files were read again. */
async function found(folder: string, store: Store, now: number) {
	const events: EngineEvent[] = [];
	const plan = await planRun(
		store,
		pipeline('find', fromJsonl({files: folder, columns: {text: utf8}, pieceBytes: 256})),
		undefined,
		{},
	);
	const context = {
		store,
		executor: directExecutor(store),
		plan,
		onEvent: (event: EngineEvent) => events.push(event),
		used: new Set<string>(),
	};
	const sources = await findPartitions(context, now);
	const changed = events.find((event) => event.type === 'sources')?.changed;
	return {
		...sources,
		changed,
		keys: sources.partitions.map(({key}) => key),
		paths: sources.files.map(({path}) => path),
	};
}

test('all files are read the first time, and none again while they stay as they are', async (t) => {
	const {folder, store, later} = prepared(t);
	const first = await found(folder, store, later);
	t.is(first.changed, 3);
	t.deepEqual(first.paths, ['a.jsonl', 'b.jsonl.gz', 'c.jsonl']);
	t.is(
		first.partitions.reduce((sum, {records}) => sum + records, 0),
		60,
	);
	const second = await found(folder, store, later + 1);
	t.is(second.changed, 0);
	t.deepEqual(second.keys, first.keys);
});

test('an edited, new or removed file is noticed, the others are not read', async (t) => {
	const {folder, store, later} = prepared(t);
	await found(folder, store, later);
	appendFileSync(join(folder, 'a.jsonl'), lines('more', 1));
	writeFileSync(join(folder, 'd.jsonl'), lines('d', 1));
	rmSync(join(folder, 'c.jsonl'));
	const {changed, paths, partitions} = await found(folder, store, later);
	t.is(changed, 2);
	t.deepEqual(paths, ['a.jsonl', 'b.jsonl.gz', 'd.jsonl']);
	t.is(
		partitions.reduce((sum, {records}) => sum + records, 0),
		57,
	);
});

test('a file that was read just after it changed is read again, until it has long been as it is', async (t) => {
	const {folder, store} = prepared(t);
	const past = Date.now();
	t.is((await found(folder, store, past)).changed, 3);
	t.is(
		(await found(folder, store, past + 1)).changed,
		3,
		'its clock may not have ticked between two changes',
	);
	t.is((await found(folder, store, past + 60_000)).changed, 3);
	t.is((await found(folder, store, past + 60_001)).changed, 0);
});

test('a file of the same content under other times is read again and makes the same partitions', async (t) => {
	const {folder, store, later} = prepared(t);
	const first = await found(folder, store, later);
	for (const name of first.paths) utimesSync(join(folder, name), 1, 1);
	const second = await found(folder, store, later);
	t.is(second.changed, 3);
	t.deepEqual(second.keys, first.keys);
});

test('a kept piece that is lost is made again, also where the record of its making is still there', async (t) => {
	const {folder, store, later} = prepared(t);
	const first = await found(folder, store, later);
	const spools = await namesIn(store, 'spool/');
	t.true(spools.length > 2);
	for (const now of [later, later + 1]) {
		await store.delete(spools[1] ?? '');
		const again = await found(folder, store, now);
		t.is(again.changed, 1);
		t.deepEqual(again.keys, first.keys);
		t.deepEqual(await namesIn(store, 'spool/'), spools);
	}
});

test('a file that is damaged ends the search, and is named', async (t) => {
	const {folder, store, later} = prepared(t);
	writeFileSync(join(folder, 'b.jsonl.gz'), gzipSync(lines('b', 5000)).subarray(0, -20));
	await t.throwsAsync(found(folder, store, later), {code: 'corrupt', message: /b\.jsonl\.gz/});
	writeFileSync(join(folder, 'b.jsonl.gz'), gzipSync(lines('b', 5000)));
	t.is((await found(folder, store, later)).files.length, 3);
});

test('a folder without files has no partitions', async (t) => {
	const folder = temporaryFolder(t);
	t.deepEqual((await found(folder, memoryStore(), 0)).partitions, []);
});
