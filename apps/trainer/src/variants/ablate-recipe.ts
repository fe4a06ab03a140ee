import {
	ablationKey,
	ablationPath,
	ablationRecipes,
	judgedAblation,
	keepAblation,
	readAblation,
	type AblationInput,
	type Recipe,
	type RunnerAblation,
	type RunOutcome,
	type SeedOutcome,
	type TrainingRun,
} from '@millrace/training';
import {summaryOf} from '../display/summary.ts';
import type {Teller} from '../display/teller.ts';
import {followRun} from '../run/follow-run.ts';
import {prepareRun, runnerVersions} from '../run/prepare-run.ts';

/** What came of an ablation that was asked for. */
export type Ablated =
	| {
			readonly outcome: 'done';
			readonly ablation: RunnerAblation;
			readonly path: string;
			/** Whether it was made before. */
			readonly already: boolean;
	  }
	| {readonly outcome: 'stopped'}
	| {readonly outcome: 'failed'; readonly error: string};

export type AblateInput = Omit<AblationInput, 'versions'>;

/** The ablation of a recipe that was made before, and where it is kept. */
export async function keptAblation(
	given: AblateInput,
): Promise<{readonly key: string; readonly path: string; readonly kept: RunnerAblation | undefined}> {
	const key = await ablationKey({...given, versions: runnerVersions(given.runner)});
	const path = ablationPath(given, key);
	return {key, path, kept: readAblation(path, key)};
}

/**
 * Trains a recipe with and without variants under several seeds and judges them, unless that was done before. Its runs are
 * ordinary runs: those that are done are not done again, and one that was stopped goes on.
 */
export async function ablateRecipe(
	given: AblateInput,
	teller: Teller,
	signal: AbortSignal,
): Promise<Ablated> {
	const pairs = ablationRecipes(given, given.seeds);
	const {key, path, kept} = await keptAblation(given);
	if (kept) return {outcome: 'done', ablation: kept, path, already: true};
	const {published, folder, runner} = given;
	const outcomes: SeedOutcome[] = [];
	let [name, rows, steps]: [string, number | null, number | null] = ['', null, null];
	for (const {seed, ...recipes} of pairs) {
		const trained = async (recipe: Recipe, variants: 'keep' | 'drop') => {
			const run = await prepareRun(runner, {recipe, published, folder, signal});
			const place = {run: outcomes.length * 2 + (variants === 'drop' ? 1 : 2), runs: pairs.length * 2};
			const subject = {recipe: run.name, ...place, seed, variants};
			const {outcome, view, error} = await followRun(run, teller, signal, subject);
			if (outcome !== 'done') return {outcome, error: `seed ${seed}, ${said[variants]}: ${error}`} as const;
			teller.settle();
			const result: RunOutcome = {id: run.specification.id, metrics: view.newest ?? {}};
			return {outcome, run, result, rows: summaryOf(run, view).rows} as const;
		};
		const without = await trained(recipes.without, 'drop');
		if (without.outcome !== 'done') return ended(without);
		const length = stepsOf(without.run);
		const varied = await trained(recipes.with(length), 'keep');
		if (varied.outcome !== 'done') return ended(varied);
		outcomes.push({seed, without: without.result, with: varied.result});
		[name, rows, steps] = [without.run.name, without.rows ?? null, length ?? null];
	}
	const {dataset, version} = published;
	const {objective} = given.recipe.settings;
	const ablation = judgedAblation({key, name, dataset, version, objective, runner, rows, steps}, outcomes);
	await keepAblation(path, ablation);
	return {outcome: 'done', ablation, path, already: false};
}

const said = {keep: 'with variants', drop: 'without variants'};

const stepsOf = ({plan}: TrainingRun): number | undefined => plan?.length.steps;

const ended = ({
	outcome,
	error,
}: {
	readonly outcome: 'stopped' | 'failed';
	readonly error: string;
}): Ablated => (outcome === 'stopped' ? {outcome} : {outcome, error});
