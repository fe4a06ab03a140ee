import type {Store} from '@millrace/core';
import {memoryStore} from '@millrace/io';
import {faultStore, namesIn} from '@millrace/testing';
import test from 'ava';
import {bytes, text} from '../../fixtures/bytes.ts';
import {recordName} from '../work/run-work.ts';
import {clearCache} from './clear-cache.ts';
import {manifestName} from './manifest.ts';

const used = '11aa';
const old = '22bb';

/** A store with a published version, the records of two runs, and what each names. */
async function filled(): Promise<Store> {
	const store = memoryStore();
	const put = async (name: string, content: unknown = name): Promise<void> =>
		store.put(name, bytes(typeof content === 'string' ? content : JSON.stringify(content)));
	await put(recordName(used), {
		layer: {data: {name: 'cache/11/aa', bytes: 1}, base: {data: {name: 'cache/10/base'}}},
	});
	await put(recordName(old), {
		layer: {data: {name: 'cache/22/bb', bytes: 1}},
		pieces: [{spool: 'spool/old-1'}],
	});
	await put('cache/11/aa');
	await put('cache/10/base');
	await put('cache/22/bb');
	await put(manifestName(1), {format: 1, run: 'r', files: [{path: 'a', object: 'objects/one.jsonl.gz'}]});
	await put('objects/one.jsonl.gz');
	await put('objects/nobodys.jsonl');
	await put(
		'index/reader.jsonl',
		`${JSON.stringify({path: 'a', pieces: [{spool: 'spool/in-use', earlier: 'earlier/in-use'}]})}\n`,
	);
	for (const name of ['spool/in-use', 'earlier/in-use', 'spool/old-1', 'earlier/old-1']) await put(name);
	await put('scratch/22bb/verdicts/run-000001');
	await put('runs/abc/plan.json');
	await put('locks/000001.json');
	return store;
}

const kept = [
	'cache/10/base',
	'cache/11/aa',
	recordName(used),
	'earlier/in-use',
	'index/reader.jsonl',
	'locks/000001.json',
	manifestName(1),
	'objects/one.jsonl.gz',
	'spool/in-use',
];

test('what a run used, what versions show and what the index names is kept, all else goes', async (t) => {
	const store = await filled();
	await clearCache(store, new Set([used]));
	t.deepEqual(await namesIn(store, ''), kept);
	await clearCache(store, new Set([used]));
	t.deepEqual(await namesIn(store, ''), kept, 'a second time changes nothing');
});

test('stopped at any moment, no record is left that names what is gone', async (t) => {
	const counted = faultStore(await filled());
	await clearCache(counted, new Set([used]));
	t.is(counted.changes, 7);
	for (let at = 1; at <= counted.changes; at++) {
		const store = await filled();
		await t.throwsAsync(clearCache(faultStore(store, {at, outcome: 'applied'}), new Set([used])));
		const names = new Set(await namesIn(store, ''));
		for (const record of [...names].filter((name) => name.startsWith('done/'))) {
			const named = [...text(await store.get(record)).matchAll(/(?:cache|spool)\/[0-9a-z/-]+/g)].map(
				([name]) => name,
			);
			t.deepEqual(
				named.filter((name) => !names.has(name)),
				[],
				`${record}, stopped after ${at} deletions`,
			);
		}
		await clearCache(store, new Set([used]));
		t.deepEqual(await namesIn(store, ''), kept);
	}
});

test('a record that was asked for but is not there is no hindrance', async (t) => {
	const store = await filled();
	await clearCache(store, new Set([used, '33cc']));
	t.deepEqual(await namesIn(store, ''), kept);
});
