import {execFile} from 'node:child_process';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {promisify} from 'node:util';
import type {Source} from './projects.ts';

const run = promisify(execFile);

/** The files of a checkout, sorted: those that git tracks, and new ones that it does not ignore. */
export async function checkedOut(workspace: string): Promise<readonly string[]> {
	const {stdout} = await run(
		'git',
		['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'],
		{
			cwd: workspace,
			maxBuffer: 2 ** 26,
		},
	);
	return stdout
		.split('\0')
		.filter((path) => path !== '')
		.toSorted();
}

/** The text files of a checkout that hold prose or code; neither fixtures nor the lock file. */
export async function* textFiles(workspace: string): AsyncGenerator<Source> {
	for (const path of await checkedOut(workspace)) {
		if (/(?:^|\/)fixtures\/|^package-lock\.json$|^LICENSE$/.test(path)) continue;
		const bytes = await readFile(join(workspace, path)).catch(absent);
		if (bytes && !bytes.subarray(0, 8000).includes(0)) yield {path, text: bytes.toString()};
	}
}

/** A file that git still tracks may be deleted, and a link may lead nowhere. */
function absent(error: unknown): undefined {
	const gone = ['ENOENT', 'EISDIR'];
	if (error instanceof Error && 'code' in error && gone.some((code) => code === error.code)) return undefined;
	throw error;
}
