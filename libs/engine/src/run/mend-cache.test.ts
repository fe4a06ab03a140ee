import {memoryStore} from '@millrace/io';
import {namesIn} from '@millrace/testing';
import test from 'ava';
import {bytes} from '../../fixtures/bytes.ts';
import {putCached} from '../work/cached-object.ts';
import {recordName} from '../work/run-work.ts';
import {mendCache} from './mend-cache.ts';

test('results whose objects are gone or torn are forgotten, whole ones and those not asked for stay', async (t) => {
	const store = memoryStore();
	const objects = await Promise.all(['whole', 'torn', 'gone', 'not asked for'].map(async (content) => putCached(store, bytes(content))));
	for (const [index, object] of objects.entries()) await store.put(recordName(`f${index}`), bytes(JSON.stringify({layer: {data: object}})));
	await store.put(recordName('f5'), bytes(JSON.stringify({files: [{pieces: [{spool: `spool/${'ab'.repeat(16)}-${'cd'.repeat(16)}`}]}]})));
	for (const [index, content] of [[1, 'to'], [3, '']] as const) await store.put(objects[index]?.name ?? '', bytes(content));
	await store.delete(objects[2]?.name ?? '');
	t.is(await mendCache(store, ['f0', 'f1', 'f2', 'f4', 'f5']), 3);
	t.deepEqual(await namesIn(store, 'done/'), [recordName('f0'), recordName('f3')]);
	t.is(await mendCache(store, ['f0', 'f1', 'f2', 'f4', 'f5']), 0);
});

test('a published shard that is gone is written again', async (t) => {
	const store = memoryStore();
	await store.put(recordName('shard'), bytes(JSON.stringify({object: `objects/${'ab'.repeat(32)}.jsonl.gz`, bytes: 3, rows: 1})));
	t.is(await mendCache(store, ['shard']), 1);
});
