import {createHash} from 'node:crypto';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {MillraceError} from '@millrace/core';
import {shownPath, stopSignals, type Output, type Setting} from '@millrace/terminal';
import {
	interpreterIn,
	prepareLocal,
	prepareProbe,
	pythonOf,
	readEvents,
	type RunnerName,
	type TrainingRun,
} from '@millrace/training';
import {loadRecipe} from '../data/load-recipe.ts';
import {openPublished} from '../data/open-published.ts';
import {runnerFolder, trainerEnvironment} from '../data/trainer-environment.ts';
import {newView, viewAfter, type RunView} from '../display/run-view.ts';
import {summaryOf, summarySentence} from '../display/summary.ts';
import {tellerOf, type Teller} from '../display/teller.ts';

export interface TrainFlags {
	readonly runner: RunnerName;
	readonly set?: readonly Setting[];
	readonly data?: string;
	readonly version?: number;
	readonly json?: boolean;
}

/** The exit code of a run that failed for what happened in it: a loss that is not finite, a runner that was killed. */
export const failedCode = 11;

/** Trains the recipes of pipelines, one after the other; returns the exit code of the first that did not end well. */
export async function trainCommand(
	pipelines: readonly string[],
	flags: TrainFlags,
	output: Output,
): Promise<number> {
	const teller = await tellerOf(output, flags.json === true);
	using stop = stopSignals((name) => {
		teller.say(`${name}: stopping after a checkpoint; once more to end at once.`);
	});
	let exitCode = 0;
	try {
		for (const named of pipelines) {
			const code = await trainOne(named, flags, output, teller, stop.signal).catch((error: unknown) => {
				if (error instanceof MillraceError && error.code === 'stopped' && stop.exitCode !== undefined)
					return stop.exitCode;
				throw error;
			});
			if (stop.exitCode !== undefined) return stop.exitCode;
			exitCode ||= code;
		}
		return exitCode;
	} finally {
		teller.end();
	}
}

async function trainOne(
	named: string,
	flags: TrainFlags,
	output: Output,
	teller: Teller,
	signal: AbortSignal,
): Promise<number> {
	const {recipe, folder, named: dataset} = await loadRecipe(named, flags);
	const published = await openPublished(dataset, folder, flags.version);
	const options = {recipe, published, folder, signal};
	const run = flags.runner === 'probe' ? prepareProbe(options) : await preparePython(options);
	const {specification, runner, name} = run;
	const already = finishedBefore(run);
	let view = already ?? heldOutBefore(run);
	let error: string | undefined;
	let outcome = already ? 'done' : '';
	if (!already) {
		for await (const event of runner.run(specification, signal)) {
			view = viewAfter(view, event);
			teller.note(name, event, view);
			if (event.type !== 'end') continue;
			({outcome} = event);
			error = event.error;
		}
		teller.settle();
	}
	if (outcome === 'failed')
		return failedRun(
			named,
			error ?? `${runner.name} runner: it failed and did not say why; look at ${specification.output}.`,
			flags,
			output,
			teller,
		);
	const where = shownPath(specification.output);
	const summary = summaryOf(run, view);
	if (flags.json === true) {
		await output.lines(
			JSON.stringify({
				type: 'result',
				recipe: name,
				runner: runner.name,
				outcome,
				already: already !== undefined,
				...summary,
				output: specification.output,
			}),
		);
	} else if (outcome === 'done') {
		await output.lines(
			`${name}: ${summarySentence(summary)}; ${already ? 'trained before' : `${runner.name} runner`}, model in ${where}/final.`,
		);
	} else {
		teller.say(
			`${name}: stopped at step ${view.step} of ${view.steps}; the same command goes on from there.`,
		);
	}
	return 0;
}

async function failedRun(
	named: string,
	message: string,
	{json = false}: TrainFlags,
	output: Output,
	teller: Teller,
): Promise<number> {
	if (json) await output.lines(JSON.stringify({type: 'error', recipe: named, code: 'failed', message}));
	teller.say(message);
	return failedCode;
}

async function preparePython(options: Parameters<typeof prepareProbe>[0]): Promise<TrainingRun> {
	const python = await pythonOf(trainerEnvironment);
	if (python === undefined && existsSync(trainerEnvironment.folder))
		throw new MillraceError(
			'missing',
			`local runner: expected the packages that ${shownPath(trainerEnvironment.requirements)} pins in ${shownPath(trainerEnvironment.folder)}, found others, or an environment half made; run npm run trainer:setup.`,
		);
	const interpreter = python ?? interpreterIn(trainerEnvironment.folder);
	const versions = createHash('sha256')
		.update(existsSync(trainerEnvironment.requirements) ? readFileSync(trainerEnvironment.requirements) : '')
		.digest('hex');
	return prepareLocal({...options, versions, runner: {python: interpreter, folder: runnerFolder}});
}

/** The view of a run that was done before; undefined where it was not, or its model is gone. */
function finishedBefore(run: TrainingRun): RunView | undefined {
	const {output} = run.specification;
	if (!existsSync(join(output, 'final'))) return undefined;
	const last = readEvents(output).at(-1);
	return last?.type === 'end' && last.outcome === 'done' ? told(run) : undefined;
}

/** What earlier sessions of a run told of its held-out rows. */
function heldOutBefore(run: TrainingRun): RunView {
	const {before, newest} = told(run);
	return {...newView(run.name, run.runnerName), ...(before ? {before} : {}), ...(newest ? {newest} : {})};
}

const told = (run: TrainingRun): RunView =>
	readEvents(run.specification.output).reduce(viewAfter, newView(run.name, run.runnerName));
