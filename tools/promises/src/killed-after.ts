import {spawn} from 'node:child_process';
import {fileURLToPath} from 'node:url';

export interface KilledRefresh {
	/** URL of the module that declares the pipeline. */
	readonly module: string;
	/** Folder of the store. */
	readonly out: string;
	readonly given: object;
	readonly workers: number;
}

/**
 * Refreshes a pipeline in a process of its own and kills that with SIGKILL after some milliseconds, if it still runs; tells
 * whether it did. Rejects where the process failed by itself.
 */
export async function killedAfter(
	milliseconds: number,
	{module, out, given, workers}: KilledRefresh,
): Promise<boolean> {
	const running = spawn(process.execPath, [child, module, out, JSON.stringify(given), String(workers)], {
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	const timer = setTimeout(() => running.kill('SIGKILL'), milliseconds);
	const {code, signal} = await new Promise<{readonly code: number | null; readonly signal: string | null}>(
		(resolve) => {
			running.once('exit', (code, signal) => {
				resolve({code, signal});
			});
		},
	);
	clearTimeout(timer);
	if (signal !== 'SIGKILL' && code !== 0) throw new Error(`a resumed run ended with code ${code ?? 0}`);
	return signal === 'SIGKILL';
}

const child = fileURLToPath(new URL('refresh-in-child.ts', import.meta.url));
