import {execFileSync} from 'node:child_process';
import {lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {fileURLToPath} from 'node:url';
import type {Store} from '@millrace/core';
import {namesIn, testStore} from '@millrace/testing';
import test, {type ExecutionContext} from 'ava';
import {localStore} from './local-store.ts';
import {openStore} from './open-store.ts';

async function makeRoot(t: ExecutionContext): Promise<string> {
	const root = await mkdtemp(`${tmpdir()}/millrace-store-`);
	t.teardown(() => rm(root, {recursive: true, force: true}));
	return root;
}

const makeStore = async (t: ExecutionContext) => localStore(`${await makeRoot(t)}/not yet/made`);

async function shown(store: Store, folder: string): Promise<ReadonlyMap<string, Uint8Array> | undefined> {
	const path = `${fileURLToPath(store.url)}/${folder}`;
	const entries = await readdir(`${path}/`, {recursive: true, withFileTypes: true}).catch(() => undefined);
	if (!entries) return undefined;
	const files = entries.filter((entry) => entry.isFile() && entry.name !== '.exposed');
	const paths = files.map(({parentPath, name}) => `${parentPath.replace(/\/$/, '')}/${name}`);
	return new Map(
		await Promise.all(
			paths.map(async (each) => [each.slice(path.length + 1), await readFile(each)] as const),
		),
	);
}

testStore(test, makeStore, {open: openStore, shown});

const bytes = Buffer.from('bytes');

test('the URL names the folder, whether it was given as a path or as a URL', async (t) => {
	const root = await makeRoot(t);
	t.is(localStore(root).url, `file://${root}`);
	t.is(localStore(new URL(`file://${root}/a%20b`)).url, `file://${root}/a%20b`);
	t.is(localStore(`file://${root}/a%20b`).url, `file://${root}/a%20b`);
	t.is(localStore(`${root}/x/../y/`).url, `file://${root}/y`);
});

test('nothing temporary stays, and the folder is made by the first put', async (t) => {
	const root = await makeRoot(t);
	const store = localStore(`${root}/s`);
	t.is(await store.size('a'), undefined);
	t.deepEqual(await readdir(root), []);
	await store.put('a', bytes);
	await store.put('b/c', bytes, {durable: true});
	await Promise.all(Array.from({length: 8}, () => store.putIfAbsent('b/d', bytes)));
	t.deepEqual((await readdir(`${root}/s`, {recursive: true})).sort(), ['a', 'b', 'b/c', 'b/d']);
});

test('folders removed by others are made again', async (t) => {
	const root = await makeRoot(t);
	const store = localStore(`${root}/s`);
	await store.put('a/b/c', bytes);
	await rm(`${root}/s`, {recursive: true});
	t.is(await store.size('a/b/c'), undefined);
	await store.put('a/b/d', bytes, {durable: true});
	await rm(`${root}/s/a`, {recursive: true});
	t.true(await store.putIfAbsent('a/b/e', bytes));
	t.deepEqual(await namesIn(store, ''), ['a/b/e']);
});

test('temporary files, links, pipes and names of other kinds are not listed', async (t) => {
	const root = await makeRoot(t);
	const store = localStore(root);
	await store.put('a', bytes);
	await writeFile(`${root}/.tmp-1-2-3`, '');
	await writeFile(`${root}/Upper`, '');
	await writeFile(`${root}/with space`, '');
	await symlink('a', `${root}/link`);
	execFileSync('mkfifo', [`${root}/pipe`]);
	t.deepEqual(await namesIn(store, ''), ['a']);
	t.is(await store.size('pipe'), undefined);
	await t.throwsAsync(store.get('pipe'), {code: 'missing'});
});

test('symbolic links that lead out of the folder are refused, also in the middle of a name', async (t) => {
	const root = await makeRoot(t);
	await mkdir(`${root}/outside/deep`, {recursive: true});
	await mkdir(`${root}/s`);
	await writeFile(`${root}/outside/secret`, 'secret');
	await symlink('../outside', `${root}/s/out`);
	await symlink('../outside/secret', `${root}/s/file`);
	const store = localStore(`${root}/s`);
	const refused = {code: 'usage', message: /symbolic link/};
	await t.throwsAsync(store.get('out/secret'), refused);
	await t.throwsAsync(store.size('out/secret'), refused);
	await t.throwsAsync(store.delete('out/secret'), refused);
	await t.throwsAsync(store.put('out/new', bytes), refused);
	await t.throwsAsync(store.put('out/deep/new', bytes), refused);
	await t.throwsAsync(store.put('out/fresh/new', bytes), refused);
	await t.throwsAsync(store.putIfAbsent('out/new', bytes), refused);
	await t.throwsAsync(namesIn(store, 'out/'), refused);
	await store.put('a', bytes);
	await t.throwsAsync(store.expose('out/v1', new Map([['a', 'a']])), refused);
	await t.throwsAsync(store.expose('v1', new Map([['a', 'out/secret']])), refused);
	await t.throwsAsync(store.expose('v1', new Map([['a', 'file']])), {code: 'missing'});
	await t.throwsAsync(store.get('file'), {code: 'usage'});
	await store.put('file', bytes);
	t.is(await readFile(`${root}/outside/secret`, 'utf8'), 'secret');
	t.deepEqual((await readdir(`${root}/outside`)).sort(), ['deep', 'secret']);
});

test('a link to another folder inside is followed, and the root may be a link', async (t) => {
	const root = await makeRoot(t);
	await mkdir(`${root}/s/a`, {recursive: true});
	await symlink('a', `${root}/s/b`);
	await symlink('s', `${root}/r`);
	const store = localStore(`${root}/r`);
	await store.put('b/x', bytes);
	t.deepEqual(Buffer.from(await store.get('a/x')), bytes);
});

test('a name under an object is a usage error to put, and missing to get', async (t) => {
	const store = await makeStore(t);
	await store.put('a', bytes);
	await store.put('f/x', bytes);
	await t.throwsAsync(store.put('a/b', bytes), {code: 'usage', message: /both an object and a folder/});
	await t.throwsAsync(store.putIfAbsent('a/b', bytes), {code: 'usage'});
	await t.throwsAsync(store.put('f', bytes), {code: 'usage', message: /both an object and a folder/});
	await t.throwsAsync(store.putIfAbsent('f', bytes), {code: 'usage'});
	await t.throwsAsync(store.get('a/b'), {code: 'missing'});
	await store.delete('f');
	t.deepEqual(await namesIn(store, ''), ['a', 'f/x']);
	t.deepEqual((await readdir(fileURLToPath(store.url))).sort(), ['a', 'f']);
});

test('what is shown is the same file as its object, without write permission, and latest a relative link', async (t) => {
	const store = await makeStore(t);
	const root = fileURLToPath(store.url);
	await store.put('o/1', bytes, {durable: true});
	await store.expose('out/v1', new Map([['a/b', 'o/1']]), 'latest');
	const [object, file] = [await stat(`${root}/o/1`), await stat(`${root}/out/latest/a/b`)];
	t.is(file.ino, object.ino);
	t.is(file.mode & 0o777, 0o444);
	t.true((await lstat(`${root}/out/latest`)).isSymbolicLink());
	const before = await stat(`${root}/out/v1`);
	await store.expose('out/v1', new Map([['a/b', 'o/1']]), 'latest');
	t.is((await stat(`${root}/out/v1`)).ino, before.ino);
	t.deepEqual((await readdir(`${root}/out`)).sort(), ['latest', 'v1']);
});

test('a shown folder whose files were changed, added to or removed is made again', async (t) => {
	const store = await makeStore(t);
	const root = fileURLToPath(store.url);
	await store.put('o/1', bytes);
	const files = new Map([
		['a', 'o/1'],
		['b/c', 'o/1'],
	]);
	for (const spoil of [
		() => rm(`${root}/out/a`),
		() => writeFile(`${root}/out/more`, ''),
		async () => {
			await rm(`${root}/out/a`);
			await writeFile(`${root}/out/a`, 'other');
		},
		() => rm(`${root}/out/b`, {recursive: true}),
	]) {
		await store.expose('out', files);
		await spoil();
		await store.expose('out', files);
		t.deepEqual(
			await shown(store, 'out'),
			new Map([
				['a', bytes],
				['b/c', bytes],
			]),
		);
	}
	t.deepEqual((await readdir(root)).sort(), ['o', 'out']);
});

test('files of other people are neither replaced by a shown folder nor by latest', async (t) => {
	const store = await makeStore(t);
	const root = fileURLToPath(store.url);
	await store.put('o/1', bytes);
	await mkdir(`${root}/mine`);
	await writeFile(`${root}/mine/thesis.txt`, 'years');
	await t.throwsAsync(store.expose('mine', new Map([['a', 'o/1']])), {
		code: 'usage',
		message: /move it away/,
	});
	await t.throwsAsync(store.expose('out', new Map([['a', 'o/1']]), 'mine'), {
		code: 'usage',
		message: /move it away/,
	});
	t.is(await readFile(`${root}/mine/thesis.txt`, 'utf8'), 'years');
});
