import {execFile, execFileSync} from 'node:child_process';
import {mkdir, mkdtemp, readdir, rm, utimes, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {promisify} from 'node:util';
import test, {type ExecutionContext} from 'ava';
import {localStore} from './local-store.ts';
import {processIdentity} from './process-identity.ts';
import {sweepTemps} from './sweep-temps.ts';
import {temporaryName} from './temporary-file.ts';

async function makeRoot(t: ExecutionContext): Promise<string> {
	const root = await mkdtemp(`${tmpdir()}/millrace-sweep-`);
	t.teardown(() => rm(root, {recursive: true, force: true}));
	return root;
}

test('what a killed process was writing is removed, what this one writes stays', async (t) => {
	const root = await makeRoot(t);
	const store = localStore(root);
	await store.put('a/b', Buffer.from('x'));
	const module = new URL('temporary-file.ts', import.meta.url).href;
	const script = `const {writeTemporary} = await import('${module}');
		await writeTemporary('${root}/a', new Uint8Array(9), false);
		process.kill(process.pid, 'SIGKILL');`;
	await t.throwsAsync(promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]));
	const mine = temporaryName();
	await writeFile(`${root}/a/${mine}`, 'half');
	const left = (await readdir(`${root}/a`)).filter((name) => name.startsWith('.tmp-') && name !== mine);
	t.is(left.length, 1);
	t.deepEqual(await sweepTemps(root), [`${root}/a/${left[0] ?? ''}`]);
	t.deepEqual((await readdir(`${root}/a`)).sort(), [mine, 'b']);
});

test('temporary folders of an ended process go whole, its process id in use again or not', async (t) => {
	const root = await makeRoot(t);
	const [host = '', pid = ''] = processIdentity().split('-');
	await mkdir(`${root}/out/.tmp-${host}-${pid}-1-0-1/deep`, {recursive: true});
	await writeFile(`${root}/out/.tmp-${host}-${pid}-1-0-1/deep/file`, 'x');
	await writeFile(`${root}/out/kept`, 'x');
	t.is((await sweepTemps(root)).length, 1);
	t.deepEqual(await readdir(root, {recursive: true}), ['out', 'out/kept']);
});

test('temporary files of another host go by age only', async (t) => {
	const root = await makeRoot(t);
	const foreign = ['.tmp-ffffffffffffffffff-1-1-0-1', '.tmp-ffffffffffffffffff-1-1-0-2'];
	for (const name of foreign) await writeFile(`${root}/${name}`, 'x');
	await utimes(`${root}/${foreign[1] ?? ''}`, 0, 0);
	t.deepEqual(await sweepTemps(root), [`${root}/${foreign[1] ?? ''}`]);
	t.deepEqual(await readdir(root), foreign.slice(0, 1));
});

test('files of other names stay, empty folders go, a missing root is no error', async (t) => {
	const root = await makeRoot(t);
	await writeFile(`${root}/.tmp-notes`, 'x');
	await writeFile(`${root}/.tmp`, 'x');
	await mkdir(`${root}/a/b/c`, {recursive: true});
	t.deepEqual(await sweepTemps(root), []);
	t.deepEqual((await readdir(root)).sort(), ['.tmp', '.tmp-notes']);
	t.deepEqual(await sweepTemps(`${root}/none`), []);
	t.deepEqual(await sweepTemps('memory:x'), []);
});

test('the entries of a shown folder stay', async (t) => {
	const root = await makeRoot(t);
	const store = localStore(root);
	await store.put('o/1', Buffer.from('x'), {durable: true});
	await store.expose('out', new Map([['a/b', 'o/1']]), 'latest');
	const before = execFileSync('ls', ['-lRi', root], {encoding: 'utf8'});
	await sweepTemps(store.url);
	t.is(execFileSync('ls', ['-lRi', root], {encoding: 'utf8'}), before);
});
