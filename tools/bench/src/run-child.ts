import {spawn} from 'node:child_process';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {MillraceError} from '@millrace/core';
import {typed} from './refresh-command.ts';

/** What a whole process took. */
export interface Measured {
	/** From spawn to exit. */
	readonly seconds: number;
	/** Peak of resident memory; only asked of Node processes. */
	readonly peakBytes?: number;
	readonly stdout: string;
}

export interface ChildOptions {
	readonly cwd: string;
	/** Asks a Node process for its peak memory; its own children are left out. */
	readonly peak?: boolean;
	/** Cap of the old generation of every thread's heap in MiB: the flag overrules the limits that workers are given. */
	readonly heapMiB?: number;
}

const recorder = new URL('record-peak.ts', import.meta.url).href;

/** Runs a command to its end. Throws a MillraceError that holds the end of its output unless it exits with 0. */
export async function runChild(
	command: readonly string[],
	{cwd, peak = false, heapMiB}: ChildOptions,
): Promise<Measured> {
	const folder = peak ? await mkdtemp(join(tmpdir(), 'millrace-bench-')) : undefined;
	const file = folder && join(folder, 'peak');
	const given = [
		process.env['NODE_OPTIONS'],
		file && `--import=${recorder}`,
		heapMiB && `--max-old-space-size=${heapMiB} --max-semi-space-size=8`,
	];
	const env = {
		...process.env,
		NODE_OPTIONS: given.filter(Boolean).join(' '),
		...(file ? {MILLRACE_BENCH_PEAK: file} : {}),
	};
	try {
		const {seconds, stdout} = await ended(command, cwd, env);
		return {seconds, stdout, ...(file ? {peakBytes: Number(await readFile(file, 'utf8'))} : {})};
	} finally {
		if (folder) await rm(folder, {recursive: true});
	}
}

const shown = 4000;

async function ended(
	[program = '', ...given]: readonly string[],
	cwd: string,
	env: NodeJS.ProcessEnv,
): Promise<Measured> {
	const begun = process.hrtime.bigint();
	const child = spawn(program, given, {cwd, env, stdio: ['ignore', 'pipe', 'pipe']});
	const output = {stdout: '', stderr: ''};
	// Only the end is kept, so that a chatty command does not fill memory.
	for (const name of ['stdout', 'stderr'] as const) {
		child[name]
			.setEncoding('utf8')
			.on('data', (text: string) => (output[name] = (output[name] + text).slice(-shown)));
	}
	return new Promise((resolve, reject) => {
		let seconds = 0;
		child.on('exit', () => (seconds = Number(process.hrtime.bigint() - begun) / 1e9));
		child.on('error', (cause) => {
			reject(
				new MillraceError('missing', `bench: expected to run ${program}, found ${cause.message}.`, {cause}),
			);
		});
		child.on('close', (code, signal) => {
			if (code === 0) resolve({seconds, stdout: output.stdout});
			else {
				const said = (output.stderr || output.stdout).trim();
				reject(
					new MillraceError(
						'stopped',
						`bench: expected ${typed([program, ...given])} to exit with 0, found ${signal ?? code}: ${said}`,
					),
				);
			}
		});
	});
}
