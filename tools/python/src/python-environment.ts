import {execFile} from 'node:child_process';
import {createHash} from 'node:crypto';
import {access, readFile, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {promisify} from 'node:util';

const run = promisify(execFile);

/** A Python environment that tests use: a virtual environment with pinned packages. */
export interface PythonEnvironment {
	/** The folder of the virtual environment. */
	readonly folder: string;
	/** The pinned packages, as pip reads them. */
	readonly requirements: string;
}

const workspace = join(import.meta.dirname, '../../..');

/** The environment of this workspace. */
export const pythonEnvironment: PythonEnvironment = {
	folder: join(workspace, '.venv'),
	requirements: join(workspace, 'tools/python/requirements.txt'),
};

/** The interpreter of an environment, or undefined unless its packages are those that are pinned now. */
export async function pythonOf({folder, requirements}: PythonEnvironment): Promise<string | undefined> {
	const stamp = await readFile(stampIn(folder), 'utf8').catch(() => undefined);
	return stamp === (await stampOf(requirements)) ? interpreterIn(folder) : undefined;
}

/**
 * Makes an environment and returns its interpreter; where it is as pinned, nothing is done.
 * Throws where Python 3.11 or its module venv is missing, and where pip fails.
 */
export async function makePython(
	{folder, requirements}: PythonEnvironment,
	python = 'python3',
): Promise<string> {
	const made = await pythonOf({folder, requirements});
	if (made !== undefined) return made;
	await demandPython(python);
	await rm(folder, {recursive: true, force: true});
	await run(python, ['-m', 'venv', folder]);
	const interpreter = interpreterIn(folder);
	await access(interpreter);
	await run(
		interpreter,
		['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--requirement', requirements],
		{maxBuffer: 2 ** 26},
	);
	await writeFile(stampIn(folder), await stampOf(requirements));
	return interpreter;
}

async function demandPython(python: string): Promise<void> {
	const check = 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))';
	try {
		await run(python, ['-c', check]);
	} catch (cause) {
		const remedy =
			'install it (on Debian and Ubuntu: apt-get install python3 python3-venv) and run npm run python:setup again';
		throw new Error(
			`python:setup: expected ${python} to be Python 3.11 or later with the module venv, which it is not; ${remedy}.`,
			{cause},
		);
	}
}

const interpreterIn = (folder: string): string =>
	process.platform === 'win32' ? join(folder, 'Scripts/python.exe') : join(folder, 'bin/python');

const stampIn = (folder: string): string => join(folder, 'requirements.sha256');

const stampOf = async (requirements: string): Promise<string> =>
	createHash('sha256')
		.update(await readFile(requirements))
		.digest('hex');
