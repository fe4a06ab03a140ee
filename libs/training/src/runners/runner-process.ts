import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {closeSync, openSync} from 'node:fs';
import {setTimeout} from 'node:timers/promises';
import type {RunEvent} from '@millrace/core';
import {linesOf} from './line-reader.ts';
import {parseEvent} from './run-event.ts';

export interface RunnerCommand {
	readonly program: string;
	readonly args: readonly string[];
	readonly cwd: string;
	readonly env: NodeJS.ProcessEnv;
	/** What the process writes to stderr is added to this file. */
	readonly log: string;
	/** Milliseconds until the first event must be there. */
	readonly startTimeout: number;
	/** Milliseconds from SIGTERM to SIGKILL. */
	readonly grace: number;
}

/** How a process of a runner ended; `fault` is the end of a sentence. */
export interface ProcessEnd {
	readonly code: number | null;
	readonly signal: NodeJS.Signals | null;
	/** Why it was ended, or how it broke the protocol; absent where it ended by itself. */
	readonly fault?: 'silent' | 'late' | {readonly line: string} | {readonly spawn: string};
}

/**
 * Starts a runner's process and yields what it tells, line by line; returns how it ended. Aborting the signal asks it to
 * stop by SIGTERM and ends it by SIGKILL after a grace; so does whoever stops listening.
 */
export async function* runnerProcess(
	{program, args, cwd, env, log, startTimeout, grace}: RunnerCommand,
	signal: AbortSignal,
): AsyncGenerator<RunEvent, ProcessEnd> {
	const stderr = openSync(log, 'a');
	const child = spawn(program, args, {cwd, env, stdio: ['ignore', 'pipe', stderr]});
	closeSync(stderr);
	const {stdout} = child;
	if (!stdout) throw new TypeError('spawn gave no stdout for a pipe');
	const exited = new Promise<ProcessEnd>((resolve) => {
		child.once('error', (error) => {
			resolve({code: null, signal: null, fault: {spawn: error.message}});
		});
		child.once('close', (code, by) => {
			resolve({code, signal: by});
		});
	});
	let fault: ProcessEnd['fault'];
	const ended = new AbortController();
	const stop = (): void => {
		child.kill('SIGTERM');
		void setTimeout(grace, undefined, {signal: ended.signal, ref: false}).then(
			() => {
				fault ??= 'late';
				child.kill('SIGKILL');
			},
			() => undefined,
		);
	};
	const starting = globalThis.setTimeout(() => {
		fault = 'silent';
		child.kill('SIGKILL');
	}, startTimeout);
	if (signal.aborted) stop();
	else signal.addEventListener('abort', stop, {once: true});
	try {
		for await (const line of linesOf(stdout)) {
			clearTimeout(starting);
			const event = parseEvent(line);
			if ('fault' in event) {
				fault = {line: event.fault};
				child.kill('SIGKILL');
				break;
			}
			yield event;
		}
		const end = await exited;
		return fault === undefined ? end : {...end, fault};
	} finally {
		clearTimeout(starting);
		signal.removeEventListener('abort', stop);
		if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
			if (!child.killed) stop();
			stdout.resume();
			await once(child, 'exit');
		}
		ended.abort();
	}
}
