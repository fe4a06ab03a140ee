import {memoryStore} from '@millrace/io';
import {bytes} from '../../fixtures/bytes.ts';
import test from 'ava';
import {listVersions, manifestName, newestManifest, readManifest, versionFolder} from './manifest.ts';

const manifest = (version: number): Uint8Array =>
	bytes(JSON.stringify({format: 1, name: 'docs', version, run: `run ${version}`, files: []}));

test('versions are listed by number, also beyond six digits, and other names are left out', async (t) => {
	const store = memoryStore();
	for (const version of [2, 1_000_000, 10, 1]) await store.put(manifestName(version), manifest(version));
	await store.put('manifests/v000003.json.bak', bytes('old'));
	await store.put('manifests/notes', bytes('notes'));
	t.deepEqual(await listVersions(store), [1, 2, 10, 1_000_000]);
});

test('the newest manifest is read unless a version is named', async (t) => {
	const store = memoryStore();
	for (const version of [1, 2, 10]) await store.put(manifestName(version), manifest(version));
	t.is((await readManifest(store)).version, 10);
	t.is((await readManifest(store, 2)).version, 2);
	t.is((await newestManifest(store))?.run, 'run 10');
});

test('a store in which nothing is published has no newest manifest', async (t) => {
	const store = memoryStore();
	t.is(await newestManifest(store), undefined);
	await t.throwsAsync(readManifest(store), {
		code: 'missing',
		message: /expected a published version, found none/,
	});
	await t.throwsAsync(readManifest(store, 4), {code: 'missing'});
});

test('what is no manifest is refused by name, cut off or of another format', async (t) => {
	const store = memoryStore();
	const contents = {
		1: '{"format": 2, "files": [], "run": ""}',
		2: '[]',
		3: '{"format": 1, "files": [',
		4: '',
	};
	for (const [version, content] of Object.entries(contents)) {
		await store.put(manifestName(Number(version)), bytes(content));
		await t.throwsAsync(
			readManifest(store, Number(version)),
			{code: 'corrupt', message: /v00000\d\.json: expected a manifest/},
			content,
		);
	}
});

test('names sort as versions do', (t) => {
	t.is(manifestName(7), 'manifests/v000007.json');
	t.is(versionFolder(12), 'versions/v000012');
	t.true(manifestName(9) < manifestName(10));
});
