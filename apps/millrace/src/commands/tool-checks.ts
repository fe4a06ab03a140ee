import {execFile} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {promisify} from 'node:util';
import type {Check} from './doctor.ts';

/** Checks Node, npm, the installed packages and the Python environments of a workspace. */
export async function toolChecks(root: string): Promise<readonly Check[]> {
	return [
		nodeCheck(process.versions.node, process.execPath),
		await npmCheck(),
		installCheck(root),
		await pythonCheck(root, testPython),
		await pythonCheck(root, trainerPython),
	];
}

const wantedNode = 24;

export function nodeCheck(version: string, path: string): Check {
	const ok = Number.parseInt(version) >= wantedNode;
	return {
		name: `Node ${wantedNode}`,
		ok,
		required: true,
		found: `${version} at ${path}`,
		...(ok ? {} : {mend: 'npm ci, then run it through npx millrace'}),
	};
}

async function npmCheck(): Promise<Check> {
	try {
		const {stdout} = await promisify(execFile)('npm', ['--version'], {timeout: 20_000});
		return {name: 'npm', ok: true, required: false, found: stdout.trim()};
	} catch {
		return {
			name: 'npm',
			ok: false,
			required: false,
			found: 'none on the path',
			mend: 'install Node from nodejs.org, which brings it',
		};
	}
}

export function installCheck(root: string): Check {
	const packages = ['core', 'engine', 'io'].map((name) => join('node_modules/@millrace', name));
	const lacking = packages.filter((folder) => !existsSync(join(root, folder)));
	if (lacking.length === 0)
		return {name: 'workspace', ok: true, required: true, found: `installed in ${root}`};
	return {
		name: 'workspace',
		ok: false,
		required: true,
		found: `${lacking.join(', ')} missing in ${root}`,
		mend: 'npm ci',
	};
}

/** A Python environment: its folder, the list of its packages, and the command that makes it. */
export interface PythonNeed {
	readonly name: string;
	readonly folder: string;
	readonly requirements: string;
	readonly mend: string;
}

/** Tests that compare with other readers need it; datasets do not. */
export const testPython: PythonNeed = {
	name: 'Python for tests',
	folder: '.venv',
	requirements: 'tools/python/requirements.txt',
	mend: 'npm run python:setup',
};

/** Training on this machine needs it; the embedded probe does not. */
export const trainerPython: PythonNeed = {
	name: 'Python for training',
	folder: 'apps/trainer/runner/.venv',
	requirements: 'apps/trainer/runner/requirements.txt',
	mend: 'npm run trainer:setup',
};

export async function pythonCheck(
	root: string,
	{name, folder, requirements, mend}: PythonNeed,
): Promise<Check> {
	const common = {name, required: false};
	const [stamp, wanted] = await Promise.all(
		[join(root, folder, 'requirements.sha256'), join(root, requirements)].map(async (path) =>
			existsSync(path) ? readFile(path) : undefined,
		),
	);
	if (!stamp) return {...common, ok: false, found: `no environment in ${folder}`, mend};
	const current =
		wanted !== undefined && createHash('sha256').update(wanted).digest('hex') === stamp.toString().trim();
	return current
		? {...common, ok: true, found: `the pinned packages in ${folder}`}
		: {...common, ok: false, found: `other packages in ${folder} than those pinned`, mend};
}
