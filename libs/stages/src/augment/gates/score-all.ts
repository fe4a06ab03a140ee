import {eachAlone, failureOf, failureWatch, type Failure, type FailureWatch} from '../shape/failure-watch.ts';
import type {GateScores} from './gate-thresholds.ts';
import type {Judges} from './judge.ts';
import {scoreVariants} from './score-variants.ts';

/** The scores of a variant, or why a judge failed over it. */
export type Scored = {readonly scores: GateScores; readonly failed?: undefined} | {readonly failed: Failure};

/**
 * Scores variants; where a judge fails, each by itself, so that one that cannot be judged is no other's misfortune.
 * Throws where the run is at fault, as where a judge's endpoint is down.
 */
export async function scoreAll(
	items: Parameters<typeof scoreVariants>[0],
	judges: Judges,
): Promise<readonly Scored[]> {
	const watch = watchOf(judges);
	try {
		const all = await scoreVariants(items, judges);
		if (items.length > 0) watch.answered();
		return all.map((scores) => ({scores}));
	} catch (error) {
		failureOf(error);
	}
	return eachAlone(items, watch, async (item) => {
		const scored = await scoreVariants([item], judges);
		watch.answered();
		return scored.map((scores): Scored => ({scores}));
	});
}

const watches = new WeakMap<Judges, FailureWatch>();

function watchOf(judges: Judges): FailureWatch {
	const known = watches.get(judges) ?? failureWatch('judges');
	watches.set(judges, known);
	return known;
}
