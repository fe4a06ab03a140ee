import {memoryStore} from '@millrace/io';
import test from 'ava';
import {storeUse} from './store-use.ts';

test('adds up what is published, what is cache and what is neither', async (t) => {
	const store = memoryStore();
	for (const [name, size] of [
		['objects/a', 10],
		['objects/b', 5],
		['cache/00/x', 3],
		['spool/y', 4],
		['done/00/z', 1],
		['manifests/v1', 2],
	] as const) {
		await store.put(name, new Uint8Array(size));
	}
	t.deepEqual(await storeUse(store), {
		published: {bytes: 15, objects: 2},
		cache: {bytes: 7, objects: 2},
		other: {bytes: 3, objects: 2},
	});
});
