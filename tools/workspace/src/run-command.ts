import {spawnSync} from 'node:child_process';

/** Runs a command in a folder, showing what it prints; throws where it does not end well. */
export function runCommand(cwd: string, command: string, ...given: readonly string[]): void {
	const line = [command, ...given].join(' ');
	console.log(`\n$ ${line.length > 200 ? `${line.slice(0, 200)}…` : line}`);
	const {status, signal, error} = spawnSync(command, given, {cwd, stdio: ['ignore', 'inherit', 'inherit']});
	if (error) throw new Error(`${command} did not start: ${error.message}.`, {cause: error});
	if (status !== 0) throw new Error(`"${line}" ended with ${signal ?? `status ${status ?? 'unknown'}`}.`);
}
