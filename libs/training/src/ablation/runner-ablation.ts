import {z} from 'zod';
import {seedInterval} from './seed-interval.ts';

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

/** One seed: the last held-out metrics of both runs. */
export interface SeedOutcome {
	readonly seed: number;
	readonly without: RunOutcome;
	readonly with: RunOutcome;
}

export interface RunOutcome {
	readonly id: string;
	readonly metrics: Readonly<Record<string, number>>;
}

/** What an ablation is of. */
export type AblationSubject = Pick<
	RunnerAblation,
	'key' | 'name' | 'dataset' | 'version' | 'objective' | 'runner' | 'rows' | 'steps'
>;

/**
 * Judges variants by the paired differences of the last held-out accuracy of a classifier, or loss of a causal model. Throws
 * a RangeError where a run told no such metric.
 */
export function judgedAblation(subject: AblationSubject, outcomes: readonly SeedOutcome[]): RunnerAblation {
	const metric = subject.objective === 'classification' ? 'accuracy' : 'loss';
	const valueOf = ({id, metrics}: RunOutcome): number => {
		const value = metrics[metric];
		if (value === undefined || !Number.isFinite(value))
			throw new RangeError(`run ${id}: expected a held-out ${metric}, found none`);
		return value;
	};
	const trials = outcomes.map(({seed, without, with: varied}) => {
		const [before, after] = [valueOf(without), valueOf(varied)];
		return {
			seed,
			without: before,
			with: after,
			gain: metric === 'accuracy' ? after - before : before - after,
			runs: {without: without.id, with: varied.id},
		};
	});
	const mean = (of: (own: (typeof trials)[number]) => number): number =>
		trials.reduce((sum, own) => sum + of(own), 0) / Math.max(1, trials.length);
	const rows = metric === 'accuracy' ? subject.rows : null;
	const interval = seedInterval(
		trials.map(({gain}) => gain),
		rows,
	);
	return {
		format: 1,
		...subject,
		metric,
		rows,
		trials,
		without: mean(({without}) => without),
		with: mean((own) => own.with),
		gain: mean(({gain}) => gain),
		interval,
		verdict: interval[0] > 0 ? 'helps' : interval[1] < 0 ? 'hurts' : 'no gain',
	};
}
