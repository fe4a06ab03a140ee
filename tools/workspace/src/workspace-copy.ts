import {execFile} from 'node:child_process';
import {access, cp, mkdir, mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {promisify} from 'node:util';
import {checkedOut} from './text-files.ts';

const run = promisify(execFile);

/** A copy of a workspace in a temporary folder, to change and to throw away. */
export interface WorkspaceCopy extends AsyncDisposable {
	readonly folder: string;
}

/**
 * Copies the files that git tracks or would, into a repository of their own. `installed` brings node_modules too, as
 * hard links where the file system has them; without it the copy is what a clean clone is.
 */
export async function copyWorkspace(
	workspace: string,
	{installed}: {readonly installed: boolean},
): Promise<WorkspaceCopy> {
	const folder = await mkdtemp(join(tmpdir(), 'millrace-copy-'));
	for (const path of await checkedOut(workspace)) {
		if (!(await exists(join(workspace, path)))) continue;
		await mkdir(dirname(join(folder, path)), {recursive: true});
		await cp(join(workspace, path), join(folder, path));
	}
	if (installed) await link(join(workspace, 'node_modules'), join(folder, 'node_modules'));
	// npm writes it in place, which would reach the original through the link.
	await rm(join(folder, 'node_modules/.package-lock.json'), {force: true});
	await commit(folder);
	return {folder, [Symbol.asyncDispose]: () => rm(folder, {recursive: true, force: true})};
}

async function commit(folder: string): Promise<void> {
	const git = (...given: string[]) =>
		run('git', ['-c', 'user.name=Millrace', '-c', 'user.email=', ...given], {cwd: folder});
	await git('init', '--quiet', '--initial-branch=main');
	await git('add', '--all');
	await git('commit', '--quiet', '--message=Copy the workspace');
}

/** Hard links need one file system, and a `cp` that makes them. */
async function link(from: string, to: string): Promise<void> {
	try {
		await run('cp', ['-al', from, to]);
	} catch {
		await rm(to, {recursive: true, force: true});
		await run('cp', ['-a', from, to]);
	}
}

const exists = (path: string): Promise<boolean> =>
	access(path).then(
		() => true,
		() => false,
	);
