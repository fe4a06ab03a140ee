import {z} from 'zod';

const trial = z.strictObject({
	seed: z.int().min(0),
	/** The held-out metric of the run without variants, and of the run with them. */
	without: z.number(),
	with: z.number(),
	/** By how much variants made it better. */
	gain: z.number(),
	/** The ids of the two runs. */
	runs: z.strictObject({without: z.string(), with: z.string()}),
});

export const runnerAblationShape = z.strictObject({
	format: z.literal(1),
	/** Fingerprint of what decides it. */
	key: z.string(),
	/** The name of the recipe. */
	name: z.string(),
	dataset: z.string(),
	version: z.int().min(1),
	objective: z.enum(['causal-lm', 'classification']),
	runner: z.enum(['probe', 'local']),
	metric: z.enum(['accuracy', 'loss']),
	/** Held-out rows that accuracies are of; null of a loss. */
	rows: z.int().min(0).nullable(),
	/** Optimizer steps of each run; null of a runner that has none. */
	steps: z.int().min(1).nullable(),
	trials: z.array(trial),
	without: z.number(),
	with: z.number(),
	gain: z.number(),
	interval: z.tuple([z.number(), z.number()]).readonly(),
	verdict: z.enum(['helps', 'hurts', 'no gain']),
});

/** What training a recipe with and without its variants, under several seeds, came to; plain JSON. */
export type RunnerAblation = z.output<typeof runnerAblationShape>;
