import {memoryStore} from '@millrace/io';
import test from 'ava';
import {bytes, text} from '../../fixtures/bytes.ts';
import {exposeVersion} from './expose-version.ts';
import type {Manifest} from './manifest.ts';

const manifest = (version: number, object: string): Manifest => ({
	format: 1,
	name: 'docs',
	version,
	run: 'r',
	plan: 'p',
	rows: {},
	columns: [],
	files: [{path: 'train-00000-of-00001.jsonl', object, sha256: '', bytes: 3}],
	accounts: [],
	sources: {files: 0, records: 0, partitions: 0},
	locked: {node: '', icu: '', unicode: '', packages: {}},
});

test('a version is shown under the names of its manifest, and latest follows', async (t) => {
	const store = memoryStore();
	await store.put('objects/a', bytes('one'));
	await store.put('objects/b', bytes('two'));
	await exposeVersion(store, manifest(1, 'objects/a'));
	await exposeVersion(store, manifest(2, 'objects/b'));
	const shown = (folder: string) =>
		text(store.shown(folder)?.get('train-00000-of-00001.jsonl') ?? bytes('nothing'));
	t.is(shown('versions/v000001'), 'one');
	t.is(shown('versions/v000002'), 'two');
	t.is(shown('versions/latest'), 'two');
});

test('a version of which an object is lost is not shown in part', async (t) => {
	const store = memoryStore();
	await t.throwsAsync(exposeVersion(store, manifest(1, 'objects/a')), {
		code: 'missing',
		message: /objects\/a/,
	});
	t.is(store.shown('versions/v000001'), undefined);
});
