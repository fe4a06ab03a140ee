import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout} from 'node:timers/promises';

/** The process that works in an output folder, by its lock file; undefined where there is none alive. */
export function outputOwner(output: string): number | undefined {
	const path = join(output, 'lock');
	if (!existsSync(path)) return undefined;
	const pid = Number.parseInt(readFileSync(path, 'utf8'));
	return Number.isInteger(pid) && isAlive(pid) ? pid : undefined;
}

/** Waits until nobody works in an output folder; tells whether that came in time. */
export async function outputFree(output: string, patience: number, signal: AbortSignal): Promise<boolean> {
	const until = performance.now() + patience;
	while (outputOwner(output) !== undefined) {
		if (signal.aborted || performance.now() > until) return false;
		await setTimeout(100);
	}
	return true;
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
	// A killed child that nobody has waited for still has a number on Linux.
	const stat = `/proc/${pid}/stat`;
	return !existsSync(stat) || !readFileSync(stat, 'utf8').includes(') Z ');
}
