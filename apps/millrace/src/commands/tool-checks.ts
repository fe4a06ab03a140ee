import {execFile} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {promisify} from 'node:util';
import type {Check} from './doctor.ts';

/** Checks Node, npm, the installed packages and the Python environment of a workspace. */
export async function toolChecks(root: string): Promise<readonly Check[]> {
	return [
		nodeCheck(process.versions.node, process.execPath),
		await npmCheck(),
		installCheck(root),
		await pythonCheck(root),
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

/** Tests that compare with other readers need it; datasets do not. */
export async function pythonCheck(root: string): Promise<Check> {
	const mend = 'npm run python:setup';
	const common = {name: 'Python for tests', required: false};
	const [stamp, wanted] = await Promise.all(
		[join(root, '.venv/requirements.sha256'), join(root, 'tools/python/requirements.txt')].map(
			async (path) => (existsSync(path) ? readFile(path) : undefined),
		),
	);
	if (!stamp) return {...common, ok: false, found: 'no environment in .venv', mend};
	const current =
		wanted !== undefined && createHash('sha256').update(wanted).digest('hex') === stamp.toString().trim();
	return current
		? {...common, ok: true, found: 'the pinned packages in .venv'}
		: {...common, ok: false, found: 'other packages in .venv than those pinned', mend};
}
