import {shownPath, type Output} from '@millrace/terminal';
import {usualSeeds, variantsSetting} from '@millrace/training';
import {loadRecipe} from '../data/load-recipe.ts';
import {openPublished} from '../data/open-published.ts';
import {ablationLines} from '../display/ablation-lines.ts';
import {underStop} from '../run/under-stop.ts';
import {ablateRecipe} from '../variants/ablate-recipe.ts';
import {endedAblation} from '../variants/ended-ablation.ts';
import type {TrainFlags} from './train.ts';

export interface AblateFlags extends TrainFlags {
	/** Trainings of each kind; those of the recipe unless given. */
	readonly seeds?: number;
}

/** Trains a recipe with and without the variants of its dataset and says whether they help; returns the exit code. */
export async function ablateCommand(named: string, flags: AblateFlags, output: Output): Promise<number> {
	const {recipe, folder, named: dataset} = await loadRecipe(named, flags);
	const published = await openPublished(dataset, folder, flags.version);
	const setting = variantsSetting(recipe.settings);
	const seeds = flags.seeds ?? (setting.use === 'if-they-help' ? setting.seeds : usualSeeds);
	const name = recipe.settings.name ?? published.dataset;
	return underStop(flags, output, async (teller, signal) => {
		const {runner} = flags;
		const ablated = await ablateRecipe({recipe, published, folder, runner, seeds}, teller, signal);
		if (ablated.outcome !== 'done') return endedAblation(ablated, name, flags, output, teller);
		teller.settle();
		const {ablation, path, already} = ablated;
		if (flags.json === true)
			await output.lines(JSON.stringify({type: 'ablation', already, ...ablation, path}));
		else await output.lines(...ablationLines(ablation, {already, path: shownPath(path)}, output));
		return 0;
	});
}
