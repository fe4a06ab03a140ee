import test from 'ava';
import {memoryStore} from './memory-store.ts';
import {openStore} from './open-store.ts';

test('a memory store is found by its URL', (t) => {
	const store = memoryStore('found');
	t.is(openStore('memory:found'), store);
	const unnamed = memoryStore();
	t.is(openStore(unnamed.url), unnamed);
});

test('a memory store of another thread is missing, with a sentence on what to use', (t) => {
	t.throws(() => openStore('memory:elsewhere'), {code: 'missing', message: /use a file: store/});
});

test('a file URL opens a folder', (t) => {
	t.is(openStore('file:///tmp/x').url, 'file:///tmp/x');
});

test('another kind of URL, or a path, is refused', (t) => {
	for (const url of ['s3://bucket', '/data/docs', ''])
		t.throws(() => openStore(url), {code: 'usage', message: /file:\/\/\/data\/docs/});
});
