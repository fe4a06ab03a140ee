import type {Json} from '@millrace/core';
import type {TrainingPlan} from '../plan/training-plan.ts';

/** The recipe as the Python runner reads it: every choice made, steps resolved. */
export function localRecipe(
	{name, settings, length, tokens}: TrainingPlan,
	base: {readonly folder: string; readonly sha256: string},
): Readonly<Record<string, Json>> {
	const {objective, context, method, optimizer, schedule, batch, checkpoint, precision, recompute, seed} =
		settings;
	return {
		format: 1,
		name,
		objective,
		base: {...base},
		...(objective === 'classification' ? {labels: [...tokens.labels]} : {}),
		context,
		method: {...method},
		optimizer: {...optimizer},
		schedule: {...schedule},
		batch: {...batch},
		steps: length.steps,
		evaluate: {every: length.evaluateEvery, sequences: length.heldOut},
		checkpoint: {every: length.checkpointEvery, keep: checkpoint.keep},
		precision,
		recompute,
		seed,
	};
}
