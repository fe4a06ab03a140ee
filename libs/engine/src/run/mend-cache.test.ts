import {sha256} from '@millrace/core';
import {memoryStore} from '@millrace/io';
import {namesIn} from '@millrace/testing';
import test from 'ava';
import {bytes} from '../../fixtures/bytes.ts';
import {putCached} from '../work/cached-object.ts';
import {recordName} from '../work/run-work.ts';
import {mendCache} from './mend-cache.ts';

test('results whose objects are gone or torn are forgotten, whole ones stay', async (t) => {
	const store = memoryStore();
	const objects = await Promise.all(
		['whole', 'torn', 'gone', 'torn too'].map(async (content) => putCached(store, bytes(content))),
	);
	for (const [index, object] of objects.entries())
		await store.put(recordName(`f${index}`), bytes(JSON.stringify({layer: {data: object}})));
	await store.put(
		recordName('f5'),
		bytes(JSON.stringify({files: [{pieces: [{spool: `spool/${'ab'.repeat(16)}-${'cd'.repeat(16)}`}]}]})),
	);
	for (const [index, content] of [
		[1, 'to'],
		[3, ''],
	] as const)
		await store.put(objects[index]?.name ?? '', bytes(content));
	await store.delete(objects[2]?.name ?? '');
	t.is(await mendCache(store), 4);
	t.deepEqual(await namesIn(store, 'done/'), [recordName('f0')]);
	t.is(await mendCache(store), 0);
});

test('a published shard that is gone is written again', async (t) => {
	const store = memoryStore();
	await store.put(
		recordName('shard'),
		bytes(JSON.stringify({object: `objects/${'ab'.repeat(32)}.jsonl.gz`, bytes: 3, rows: 1})),
	);
	t.is(await mendCache(store), 1);
});

test('a kept piece of a source that is torn is taken away, so that its file is read again', async (t) => {
	const store = memoryStore();
	const spools = ['whole', 'torn'].map(
		(content) => `spool/${'ab'.repeat(16)}-${sha256(content).slice(0, 32)}`,
	);
	await store.put(
		'index/reader.jsonl',
		bytes(JSON.stringify({path: 'a', pieces: spools.map((spool) => ({spool}))})),
	);
	for (const [index, content] of ['whole', 'to'].entries())
		await store.put(spools[index] ?? '', bytes(content));
	t.is(await mendCache(store), 0);
	t.deepEqual(await namesIn(store, 'spool/'), spools.slice(0, 1));
});
