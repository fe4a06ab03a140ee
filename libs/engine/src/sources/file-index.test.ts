import {memoryStore} from '@millrace/io';
import test from 'ava';
import {bytes} from '../../fixtures/bytes.ts';
import {isCurrent, isSettled, readFileIndex, writeFileIndex, type IndexedFile} from './file-index.ts';

const file = (path: string): IndexedFile => ({
	path,
	stamp: `stamp of ${path}`,
	bytes: 12,
	read: 10_000,
	pieces: [
		{start: 0, end: 12, unit: 'byte', records: 2, hash: 'ab', spool: 'spool/ab-1', earlier: 'earlier/cd'},
	],
});

test('an index is read as it was written, whatever the names', async (t) => {
	const store = memoryStore();
	const files = ['a.jsonl', 'a "quoted"\nname.jsonl', 'größe/ü.txt'].map(file);
	await writeFileIndex(store, 'index/r.jsonl', files);
	t.deepEqual(
		[...(await readFileIndex(store, 'index/r.jsonl'))],
		files.map((found) => [found.path, found]),
	);
	await writeFileIndex(store, 'index/r.jsonl', []);
	t.is((await readFileIndex(store, 'index/r.jsonl')).size, 0);
});

test('where there is no index, no file is known', async (t) => {
	t.is((await readFileIndex(memoryStore(), 'index/r.jsonl')).size, 0);
});

test('an index of another content is refused by name, with what to do', async (t) => {
	const store = memoryStore();
	for (const content of ['{"path": "a"}\n', '[1]\n', '{"path": "a", "pie', '\0\0\0\0']) {
		await store.put('index/r.jsonl', bytes(content));
		const message = /^index\/r\.jsonl: expected a line of the file index, .*delete the object/;
		await t.throwsAsync(readFileIndex(store, 'index/r.jsonl'), {code: 'corrupt', message}, content);
	}
});

test('a stamp is trusted only when the file had long not changed when it was read', (t) => {
	const source = {path: 'a', bytes: 12, stamp: 'stamp of a', changed: 7999};
	t.true(isCurrent(file('a'), source));
	t.false(
		isCurrent(file('a'), {...source, changed: 8000}),
		'it may have changed twice within one tick of the clock',
	);
	t.false(isCurrent(file('a'), {...source, changed: 20_000}), 'a file from the future is never trusted');
	t.false(isCurrent(file('a'), {...source, stamp: 'another'}));
	t.false(isCurrent(undefined, source));
	t.true(isSettled(0, 2001));
	t.false(isSettled(0, 2000));
});
