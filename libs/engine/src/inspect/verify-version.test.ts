import {
	appendFileSync,
	chmodSync,
	renameSync,
	rmSync,
	symlinkSync,
	truncateSync,
	writeFileSync,
} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import {bytes} from '../../fixtures/bytes.ts';
import {publishedNotes} from '../../fixtures/published-notes.ts';
import {manifestName} from '../publish/manifest.ts';
import {verifyVersion} from './verify-version.ts';

test('a version as it was published has no fault, and all its rows are read back', async (t) => {
	const {store, manifest} = await publishedNotes(t);
	const seen: string[] = [];
	const found = await verifyVersion(store, {onFile: ({path}) => seen.push(path)});
	t.deepEqual(found.faults, []);
	t.is(found.rows, 3 + 3 + 1);
	t.deepEqual(
		seen,
		manifest.files.map(({path}) => path),
	);
});

test('names every file that is lost, short or of other content, once', async (t) => {
	const {root, store, manifest} = await publishedNotes(t);
	const object = (path: string): string =>
		join(root, manifest.files.find((file) => file.path.startsWith(path))?.object ?? '');
	const change = (path: string, action: (file: string) => void): void => {
		chmodSync(object(path), 0o644);
		action(object(path));
	};
	change('train', (file) => {
		renameSync(file, `${file}.old`);
		writeFileSync(file, 'x'.repeat(manifest.files.find(({split}) => split === 'train')?.bytes ?? 0));
	});
	change('test', (file) => {
		truncateSync(file, 10);
	});
	rmSync(object('README.md'));
	const {faults} = await verifyVersion(store);
	t.regex(faults.join('\n'), /^README\.md: missing \(objects\//m);
	t.regex(faults.join('\n'), /^train-00000-of-00001\.jsonl: other content than was published/m);
	t.regex(faults.join('\n'), /^test-00000-of-00001\.jsonl: 10 bytes, expected \d+/m);
	t.is(faults.length, 3, 'the folder shows the same bytes as the objects, or those that were published');
});

test('a shard with the right checksum but other rows than its manifest says is found', async (t) => {
	const {store, manifest} = await publishedNotes(t);
	const files = manifest.files.map((file) => (file.split === 'test' ? {...file, rows: 7} : file));
	await store.put(manifestName(1), bytes(JSON.stringify({...manifest, files})));
	const {faults} = await verifyVersion(store, {version: 1});
	t.deepEqual(faults, [
		'manifest: 3 rows by split and 8 in shards, expected the 3 that the last stage let through',
		'test-00000-of-00001.jsonl: 2 rows, expected 7',
	]);
});

test('accounts that do not balance are found', async (t) => {
	const {store, manifest} = await publishedNotes(t);
	const accounts = manifest.accounts.map((account) =>
		account.stage === 'long' ? {...account, dropped: {}} : account,
	);
	await store.put(manifestName(1), bytes(JSON.stringify({...manifest, accounts})));
	t.deepEqual((await verifyVersion(store)).faults, ['manifest: the account of stage long does not balance']);
});

test('a folder with more or less than the version, and a link that leads elsewhere, are found', async (t) => {
	const {root, store} = await publishedNotes(t);
	const folder = join(root, 'versions/v000001');
	rmSync(join(folder, 'README.md'));
	appendFileSync(join(folder, 'notes.txt'), 'mine');
	rmSync(join(root, 'versions/latest'));
	symlinkSync('v000009', join(root, 'versions/latest'));
	t.deepEqual((await verifyVersion(store)).faults, [
		'versions/v000001/README.md: missing from the folder',
		'versions/v000001/notes.txt: not part of the version',
		'versions/latest: points to v000009, expected v000001; refresh mends it',
	]);
	rmSync(join(root, 'versions'), {recursive: true});
	t.deepEqual((await verifyVersion(store)).faults, [
		'versions/v000001: the folder is missing; refresh makes it again',
		'versions/latest: missing; refresh makes it again',
	]);
});

test('a version that is not there is an error', async (t) => {
	const {store} = await publishedNotes(t);
	await t.throwsAsync(verifyVersion(store, {version: 4}), {code: 'missing'});
});
