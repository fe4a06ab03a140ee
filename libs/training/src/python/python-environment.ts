import {execFile, spawn} from 'node:child_process';
import {createHash} from 'node:crypto';
import {access, readFile, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {MillraceError} from '@millrace/core';
import {linesOf} from '../runners/line-reader.ts';

/** A virtual environment of Python with pinned packages. */
export interface PythonEnvironment {
	/** The folder of the virtual environment. */
	readonly folder: string;
	/** The pinned packages, as pip reads them. */
	readonly requirements: string;
	/** The command that makes it, for errors. */
	readonly setup: string;
}

/** The interpreter of an environment, or undefined unless its packages are those that are pinned now. */
export async function pythonOf({
	folder,
	requirements,
}: Omit<PythonEnvironment, 'setup'>): Promise<string | undefined> {
	const [stamp, pins] = await Promise.all(
		[stampIn(folder), requirements].map(async (path) => readFile(path).catch(() => undefined)),
	);
	return stamp && pins && stamp.toString() === digestOf(pins) ? interpreterIn(folder) : undefined;
}

/**
 * Makes an environment and returns its interpreter; where it is as pinned, nothing is done. `onLine` is told what pip
 * does. Throws a MillraceError `missing` where Python 3.11 or its module venv is missing, and `temporary` where pip fails.
 */
export async function makePython(
	environment: PythonEnvironment,
	{python = 'python3', onLine}: {readonly python?: string; readonly onLine?: (line: string) => void} = {},
): Promise<string> {
	const made = await pythonOf(environment);
	if (made !== undefined) return made;
	const {folder, requirements, setup} = environment;
	await demandPython(python, setup);
	await rm(folder, {recursive: true, force: true});
	await promisify(execFile)(python, ['-m', 'venv', folder]);
	const interpreter = interpreterIn(folder);
	await access(interpreter);
	const pip = [
		'-m',
		'pip',
		'install',
		'--progress-bar',
		'off',
		'--disable-pip-version-check',
		'--no-color',
		'--requirement',
	];
	await install(interpreter, [...pip, requirements], environment, onLine);
	// Written last: an environment without it is made anew.
	await writeFile(stampIn(folder), digestOf(await readFile(requirements)));
	return interpreter;
}

async function install(
	program: string,
	args: readonly string[],
	{setup}: PythonEnvironment,
	onLine: (line: string) => void = () => undefined,
): Promise<void> {
	const child = spawn(program, args, {stdio: ['ignore', 'pipe', 'pipe']});
	const said: string[] = [];
	const listen = async (stream: AsyncIterable<unknown>): Promise<void> => {
		for await (const line of linesOf(stream)) {
			said.push(line);
			if (said.length > 20) said.shift();
			if (/^(?:Collecting|Downloading|Installing|Successfully|ERROR)/.test(line.trim())) onLine(line.trim());
		}
	};
	const code = new Promise<number | null>((resolve, reject) => {
		child.once('error', reject).once('close', resolve);
	});
	await Promise.all([listen(child.stdout), listen(child.stderr)]);
	if ((await code) === 0) return;
	const error = said.filter((line) => line.startsWith('ERROR')).join(' ') || said.slice(-3).join(' ');
	throw new MillraceError(
		'temporary',
		`${setup}: expected pip to install the pinned packages, which failed: ${error}; look at the network and the disk, then run ${setup} again.`,
	);
}

async function demandPython(python: string, setup: string): Promise<void> {
	const check = 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))';
	try {
		await promisify(execFile)(python, ['-c', check]);
	} catch (cause) {
		throw new MillraceError(
			'missing',
			`${setup}: expected ${python} to be Python 3.11 or later with the module venv, which it is not; install it (on Debian and Ubuntu: apt-get install python3 python3-venv) and run ${setup} again.`,
			{cause},
		);
	}
}

/** Where the interpreter of an environment is. */
export const interpreterIn = (folder: string): string =>
	process.platform === 'win32' ? join(folder, 'Scripts/python.exe') : join(folder, 'bin/python');

const stampIn = (folder: string): string => join(folder, 'requirements.sha256');

const digestOf = (pins: Uint8Array): string => createHash('sha256').update(pins).digest('hex');
