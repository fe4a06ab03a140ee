import {execFileSync} from 'node:child_process';
import {access, mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {copyWorkspace} from './workspace-copy.ts';

async function workspace(t: ExecutionContext): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'millrace-workspace-'));
	t.teardown(() => rm(folder, {recursive: true}));
	await mkdir(join(folder, 'node_modules/a'), {recursive: true});
	await mkdir(join(folder, 'libs/core'), {recursive: true});
	const files = {'.gitignore': 'node_modules/\n', 'node_modules/a/index.js': 'a', 'libs/core/new.ts': 'new'};
	await Promise.all(Object.entries(files).map(([path, text]) => writeFile(join(folder, path), text)));
	execFileSync('git', ['init', '--quiet'], {cwd: folder});
	return folder;
}

test('brings what is checked out, committed, and goes away when disposed of', async (t) => {
	const copy = await copyWorkspace(await workspace(t), {installed: false});
	t.is(await readFile(join(copy.folder, 'libs/core/new.ts'), 'utf8'), 'new');
	t.is(execFileSync('git', ['status', '--porcelain'], {cwd: copy.folder, encoding: 'utf8'}), '');
	await t.throwsAsync(access(join(copy.folder, 'node_modules')));
	await copy[Symbol.asyncDispose]();
	await t.throwsAsync(access(copy.folder));
});

test('brings node_modules where asked to', async (t) => {
	await using copy = await copyWorkspace(await workspace(t), {installed: true});
	t.is(await readFile(join(copy.folder, 'node_modules/a/index.js'), 'utf8'), 'a');
});
