import {existsSync} from 'node:fs';
import {mkdir} from 'node:fs/promises';
import {delimiter, join} from 'node:path';
import {MillraceError, type RunEvent, type Runner} from '@millrace/core';
import {lastLines} from './last-lines.ts';
import {outputFree, outputOwner} from './output-lock.ts';
import {runnerProcess, type ProcessEnd, type RunnerCommand} from './runner-process.ts';
import {writeWhole} from './write-folder.ts';

export interface LocalRunnerOptions {
	/** The interpreter of the environment that `npm run trainer:setup` makes. */
	readonly python: string;
	/** The folder that holds the package `millrace_runner`. */
	readonly folder: string;
	/** Milliseconds until the runner must tell that it started; two minutes unless given: a large base takes long to load. */
	readonly startTimeout?: number;
	/** Milliseconds that a stop may take before the process is killed. */
	readonly grace?: number;
	/** How often a killed process is started again where it had gone on since; the fourth kill fails the run. */
	readonly restarts?: number;
}

/**
 * The runner of this machine: the Python package `millrace_runner` in a process of its own, on the GPU where there is one.
 * What it prints besides events is in `runner.log` of the output. A process that is killed by another is started again
 * from its last checkpoint, as long as it goes on between; else the run fails and says how to go on.
 */
export function localRunner({
	python,
	folder,
	startTimeout = 120_000,
	grace = 60_000,
	restarts = 3,
}: LocalRunnerOptions): Runner {
	return {
		name: 'local',
		async *run(specification, signal) {
			const {output} = specification;
			if (signal.aborted) {
				yield {type: 'end', outcome: 'stopped'};
				return;
			}
			if (!existsSync(python)) {
				yield failed(noPython(python));
				return;
			}
			const spec = join(output, 'spec.json');
			const log = join(output, 'runner.log');
			const env = {
				...process.env,
				PYTHONUNBUFFERED: '1',
				PYTHONDONTWRITEBYTECODE: '1',
				PYTHONPATH: [folder, process.env['PYTHONPATH'] ?? ''].filter((path) => path !== '').join(delimiter),
			};
			const args = ['-m', 'millrace_runner', 'train', spec];
			try {
				await mkdir(output, {recursive: true});
				// A trainer that was killed leaves a runner that ends by itself after its step.
				if (!(await outputFree(output, grace, signal)))
					throw new MillraceError(
						'locked',
						`local runner: expected nobody to work in ${output}, found process ${outputOwner(output) ?? ''}; wait for it, or stop it.`,
					);
				await writeWhole(spec, `${JSON.stringify(specification, undefined, '\t')}\n`);
			} catch (error) {
				yield failed(error instanceof Error ? error.message : String(error));
				return;
			}
			yield* restarted({program: python, args, cwd: folder, env, log, startTimeout, grace}, restarts, signal);
		},
	};
}

/** Runs the process, again where it was killed on its way; passes on one start, each step once, and one end. */
async function* restarted(
	command: RunnerCommand,
	restarts: number,
	signal: AbortSignal,
): AsyncGenerator<RunEvent> {
	let [step, evaluated, checkpoint, started, left] = [0, -1, 0, false, restarts];
	for (;;) {
		const before = checkpoint;
		const process = runnerProcess(command, signal);
		let next = await process.next();
		try {
			for (; next.done !== true; next = await process.next()) {
				const event = next.value;
				if (event.type === 'start' && started) continue;
				if (event.type === 'step' && event.step <= step) continue;
				if (event.type === 'eval' && event.step <= evaluated) continue;
				if (event.type === 'start') started = true;
				if (event.type === 'step') ({step} = event);
				if (event.type === 'eval') evaluated = event.step;
				if (event.type === 'checkpoint') checkpoint = event.step;
				yield event;
				if (event.type === 'end') return;
			}
		} finally {
			// Ends the process where the listener went away, or the end was told; of a process that ended nothing happens.
			await process.return({code: null, signal: null});
		}
		const end = next.value;
		const told = {end, step, checkpoint, log: command.log, command};
		if (signal.aborted && end.fault === undefined && end.signal === 'SIGTERM') {
			yield {type: 'end', outcome: 'stopped'};
			return;
		}
		if (
			end.signal === null ||
			end.fault !== undefined ||
			signal.aborted ||
			left-- <= 0 ||
			checkpoint <= before
		) {
			yield failed(why(told));
			return;
		}
		yield {
			type: 'warn',
			message: `The runner was killed by ${end.signal} after step ${step}; it goes on from its checkpoint of step ${checkpoint}.`,
		};
	}
}

interface Told {
	readonly end: ProcessEnd;
	readonly step: number;
	readonly checkpoint: number;
	readonly log: string;
	readonly command: RunnerCommand;
}

/** Why a process that told no end is no more, and how to go on. */
function why({end: {code, signal, fault}, step, checkpoint, log, command}: Told): string {
	const tail = lastLines(log, 3);
	const see = `${log} has what it printed${tail === '' ? ' (nothing)' : `: ${tail}`}`;
	const again =
		checkpoint > 0
			? `run the same command again, and it goes on from the checkpoint of step ${checkpoint}`
			: 'run the same command again';
	if (fault === 'silent')
		return `local runner: expected a first event within ${command.startTimeout / 1000} s, found none; it was ended. ${see}.`;
	if (fault === 'late')
		return `local runner: expected it to stop within ${command.grace / 1000} s, found it running at step ${step}; it was killed; ${again}.`;
	if (typeof fault === 'object' && 'line' in fault)
		return `local runner: expected an event a line, found ${fault.line}; it was ended. ${see}.`;
	if (typeof fault === 'object')
		return `local runner: expected ${command.program} to start, found ${fault.spawn}; run npm run trainer:setup.`;
	if (signal !== null) {
		const memory = signal === 'SIGKILL' ? ', often by the system when memory runs out' : '';
		return `local runner: expected an end event, found the process killed by ${signal} after step ${step}${memory}; ${again}.`;
	}
	return `local runner: expected an end event, found exit code ${code ?? 'none'} after step ${step}; ${again}. ${see}.`;
}

const failed = (error: string): RunEvent => ({type: 'end', outcome: 'failed', error});

/** What to say where the Python environment is not there. */
export const noPython = (python: string): string =>
	`local runner: expected the Python environment of the trainer, found no ${python}; make it with npm run trainer:setup, or train with --runner probe.`;
