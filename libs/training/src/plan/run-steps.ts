import type {RecipeSettings} from '../recipe/recipe-shape.ts';

/** How long a run is. */
export interface RunSteps {
	readonly steps: number;
	/** How often each row is seen, on average. */
	readonly epochs: number;
	readonly evaluateEvery: number;
	readonly checkpointEvery: number;
	/** Held-out rows that an evaluation reads at most; all where it is null. */
	readonly heldOut: number | null;
}

/** Resolves epochs to steps; a causal model sees each row once, a classifier three times, unless the recipe says otherwise. */
export function runSteps(
	{objective, epochs, steps, batch, evaluate, checkpoint}: RecipeSettings,
	rows: number,
): RunSteps {
	const window = batch.sequences * batch.accumulate;
	const wanted = epochs ?? (objective === 'classification' ? 3 : 1);
	const resolved = steps ?? Math.max(1, Math.ceil((wanted * rows) / window));
	const fifth = Math.max(1, Math.ceil(resolved / 5));
	return {
		steps: resolved,
		epochs: (resolved * window) / rows,
		evaluateEvery: evaluate.every ?? fifth,
		checkpointEvery: checkpoint.every ?? fifth,
		heldOut: heldOutRows(objective, evaluate.sequences),
	};
}

/** What an evaluation reads unless the recipe says otherwise: 200 packs, or 500 texts of a probe; all rows of a classifier. */
export const heldOutRows = (
	objective: RecipeSettings['objective'],
	given: number | null | undefined,
	causal = 200,
): number | null => (given === undefined ? (objective === 'classification' ? null : causal) : given);
