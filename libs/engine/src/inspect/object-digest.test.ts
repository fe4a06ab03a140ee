import {sha256} from '@millrace/core';
import {memoryStore} from '@millrace/io';
import test from 'ava';
import {objectDigest} from './object-digest.ts';

test('the digest of an object larger than a block is that of all its bytes', async (t) => {
	const store = memoryStore();
	const large = new Uint8Array((4 << 20) + 7).map((_, index) => index % 251);
	await store.put('objects/a', large);
	await store.put('objects/b', new Uint8Array(0));
	t.deepEqual(await objectDigest(store, 'objects/a'), {bytes: large.length, sha256: sha256(large)});
	t.deepEqual(await objectDigest(store, 'objects/b'), {bytes: 0, sha256: sha256(new Uint8Array(0))});
	t.is(await objectDigest(store, 'objects/c'), undefined);
});
