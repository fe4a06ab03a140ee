import type {RunnerAblation} from './runner-ablation.ts';
import {seedInterval} from './seed-interval.ts';

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
