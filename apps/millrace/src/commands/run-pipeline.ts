import {availableParallelism} from 'node:os';
import {MillraceError, type PipelinePlan} from '@millrace/core';
import type {EngineEvent, RunOptions} from '@millrace/engine';
import {threadExecutor} from '@millrace/executors';
import {localStore} from '@millrace/io';
import {type Output, painter, type Setting, shownPath, stopSignals, visible} from '@millrace/terminal';
import {loadPipeline} from '../cli/load-pipeline.ts';

/** Options of the commands that run a pipeline. */
export interface RunFlags {
	readonly limit?: number;
	readonly set?: readonly Setting[];
	readonly out?: string;
	readonly workers?: number;
	readonly json?: boolean;
	/** False where no report is to be made. */
	readonly report?: boolean;
}

/** What a run came to: its result, or the exit code of the signal that stopped it. */
export type Ran<T> =
	| {readonly result: T; readonly pipeline: PipelinePlan; readonly folder: string; readonly seconds: number}
	| {readonly stopped: number};

/** Runs a pipeline on worker threads and tells how it goes: lines on a terminal, JSON where asked, else nothing. */
export async function runPipeline<T>(
	named: string,
	{limit, workers = Math.min(8, availableParallelism()), json = false, ...flags}: RunFlags,
	output: Output,
	work: (pipeline: PipelinePlan, options: RunOptions, exports: unknown) => Promise<T>,
): Promise<Ran<T>> {
	const started = performance.now();
	const {pipeline, module, given, folder, exports} = await loadPipeline(named, flags);
	const teller = json ? jsonTeller(output) : await lineTeller();
	const executor = threadExecutor({workers});
	using stop = stopSignals((name) => {
		teller.say(`${name}: stopping after what is under way; once more to end at once.`);
	});
	const options: RunOptions = {
		store: localStore(folder),
		executor,
		module,
		given,
		...(limit === undefined ? {} : {limit}),
		onEvent: teller.note,
		signal: stop.signal,
	};
	try {
		const result = await work(pipeline, options, exports);
		return {
			result,
			pipeline,
			folder: shownPath(folder),
			seconds: (performance.now() - started) / 1000,
		};
	} catch (error) {
		if (!(error instanceof MillraceError) || error.code !== 'stopped' || stop.exitCode === undefined)
			throw error;
		teller.say(error.message);
		return {stopped: stop.exitCode};
	} finally {
		await executor.close();
		await teller.end();
	}
}

interface Teller {
	readonly note: (event: EngineEvent) => void;
	readonly say: (text: string) => void;
	end(): Promise<void>;
}

function jsonTeller(output: Output): Teller {
	let written = Promise.resolve();
	return {
		note(event) {
			written = written.then(async () => output.lines(JSON.stringify(event)));
		},
		say,
		end: async () => written,
	};
}

async function lineTeller(): Promise<Teller> {
	const warn = (event: EngineEvent, tell: (text: string) => void): void => {
		if (event.type === 'warn') tell(`warning: ${event.message}`);
	};
	const {stderr} = process;
	if (!stderr.isTTY) {
		return {
			note(event) {
				warn(event, say);
			},
			say,
			end: async () => Promise.resolve(),
		};
	}
	const {liveProgress} = await import('../terminal/live-progress.ts');
	const live = liveProgress(stderr, painter(stderr));
	const above = (text: string): void => {
		live.say(`millrace: ${visible(text)}`);
	};
	return {
		note(event) {
			warn(event, above);
			live.note(event);
		},
		say: above,
		end: async () => {
			live.end();
			return Promise.resolve();
		},
	};
}

const say = (text: string): void => {
	process.stderr.write(`millrace: ${visible(text)}\n`);
};
