import {shownPath, type Output, type Setting} from '@millrace/terminal';
import type {RunnerName} from '@millrace/training';
import {loadRecipe} from '../data/load-recipe.ts';
import {openPublished} from '../data/open-published.ts';
import {summaryOf, summarySentence} from '../display/summary.ts';
import type {Teller} from '../display/teller.ts';
import {failedRun} from '../run/failed-run.ts';
import {followRun} from '../run/follow-run.ts';
import {prepareRun} from '../run/prepare-run.ts';
import {underStop} from '../run/under-stop.ts';
import {ablateRecipe, type Ablated} from '../variants/ablate-recipe.ts';
import {decideVariants} from '../variants/decide-variants.ts';
import {endedAblation} from '../variants/ended-ablation.ts';

export interface TrainFlags {
	readonly runner: RunnerName;
	readonly set?: readonly Setting[];
	readonly data?: string;
	readonly version?: number;
	readonly json?: boolean;
}

/** Trains the recipes of pipelines, one after the other; returns the exit code of the first that did not end well. */
export async function trainCommand(
	pipelines: readonly string[],
	flags: TrainFlags,
	output: Output,
): Promise<number> {
	return underStop(flags, output, async (teller, signal, stopCode) => {
		let exitCode = 0;
		for (const named of pipelines) {
			const code = await trainOne(named, flags, output, teller, signal);
			const stopped = stopCode();
			if (stopped !== undefined) return stopped;
			exitCode ||= code;
		}
		return exitCode;
	});
}

async function trainOne(
	named: string,
	flags: TrainFlags,
	output: Output,
	teller: Teller,
	signal: AbortSignal,
): Promise<number> {
	const {recipe: given, folder, named: dataset} = await loadRecipe(named, flags);
	const published = await openPublished(dataset, folder, flags.version);
	const name = given.settings.name ?? published.dataset;
	let ablated: Ablated | undefined;
	const decided = await decideVariants({
		recipe: given,
		published,
		folder,
		named: dataset,
		elsewhere: flags.data !== undefined,
		judge: async (seeds) => {
			const {runner} = flags;
			ablated = await ablateRecipe({recipe: given, published, folder, runner, seeds}, teller, signal);
			return ablated.outcome === 'done' ? ablated.ablation : undefined;
		},
	});
	if (!decided) return endedAblation(ablated, name, flags, output, teller);
	const {recipe, decision} = decided;
	if (decision && flags.json === true)
		await output.lines(JSON.stringify({type: 'variants', recipe: name, ...decision}));
	else if (decision) teller.say(`${name}: ${decision.sentence}.`);
	const run = await prepareRun(flags.runner, {recipe, published, folder, signal});
	const {specification, runner} = run;
	const {outcome, view, already, error} = await followRun(run, teller, signal);
	teller.settle();
	if (outcome === 'failed') return failedRun(name, error, flags, output, teller);
	const where = shownPath(specification.output);
	const summary = summaryOf(run, view);
	if (flags.json === true) {
		await output.lines(
			JSON.stringify({
				type: 'result',
				recipe: name,
				runner: runner.name,
				outcome,
				already,
				...summary,
				...(decision ? {variants: decision.answer} : {}),
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
