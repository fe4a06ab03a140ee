import {MillraceError} from '@millrace/core';
import type {Recipe} from '../recipe/recipe.ts';
import {withSettings} from '../recipe/with-settings.ts';
import type {RunnerName} from '../runners/runner-name.ts';
import type {Published} from '../shards/published.ts';
import {demandVariants} from '../variants/variant-answer.ts';

/** The two recipes of one seed. */
export interface AblationPair {
	readonly seed: number;
	/** As the recipe is, on originals alone. */
	readonly without: Recipe;
	/** The same with variants, in as many optimizer steps as the run without them takes, where it has steps. */
	readonly with: (steps: number | undefined) => Recipe;
}

/**
 * The recipes that an ablation trains, two for each seed from the recipe's own on. Both have equal optimizer steps, so that
 * a gain is one of variants and not of longer training. Throws a MillraceError `schema` where variants cannot be told, and
 * `usage` where seeds would change nothing.
 */
export function ablationRecipes(
	{
		recipe,
		published,
		runner,
	}: {readonly recipe: Recipe; readonly published: Published; readonly runner: RunnerName},
	seeds: number,
): readonly AblationPair[] {
	demandVariants(published, 'an ablation');
	const {objective, seed: first} = recipe.settings;
	if (runner === 'probe' && objective === 'causal-lm')
		throw new MillraceError(
			'usage',
			`recipe for ${published.dataset}: expected a runner whose runs differ by their seed, found the probe, whose language model only counts; judge with --runner local.`,
		);
	return Array.from({length: seeds}, (_, index) => {
		const seed = (first + index) % 2 ** 31;
		const changed = (variants: 'keep' | 'drop', steps?: number): Recipe =>
			withSettings(recipe, [
				{option: 'seed', text: String(seed)},
				{option: 'variants', text: variants},
				...(steps === undefined ? [] : [{option: 'steps', text: String(steps)}]),
			]);
		return {seed, without: changed('drop'), with: (steps) => changed('keep', steps)};
	});
}
