import {MillraceError, type Store, type Submission} from '@millrace/core';
import {runWork} from '../work/run-work.ts';
import type {Work} from '../work/work.ts';
import {loadPlan} from './run-plan.ts';

/** Runs ranks of a phase, in order: what an executor calls in a worker. */
export async function runRanks(
	store: Store,
	{plan, planHash, phase}: Omit<Submission, 'groups' | 'round' | 'store'>,
	ranks: readonly number[],
): Promise<void> {
	const pipeline = await loadPlan(store, plan, planHash);
	const works = await worksOf(store, phase);
	for (const rank of ranks) {
		const work = works[rank];
		if (!work)
			throw new MillraceError(
				'usage',
				`rank ${rank} of ${phase}: the phase has ${works.length}; start a new run.`,
			);
		await runWork(store, pipeline, work);
	}
}

let remembered: {readonly phase: string; readonly works: readonly Work[]} | undefined;

/** A worker runs many ranks of one phase, whose list may be long. */
async function worksOf(store: Store, phase: string): Promise<readonly Work[]> {
	const key = `${store.url} ${phase}`;
	if (remembered?.phase !== key) {
		const works: unknown = JSON.parse(new TextDecoder().decode(await store.get(phase)));
		if (!isWorks(works))
			throw new MillraceError(
				'missing',
				`${phase}: expected a list of works, found something else; run again.`,
			);
		remembered = {phase: key, works};
	}
	return remembered.works;
}

const isWorks = (value: unknown): value is readonly Work[] =>
	Array.isArray(value) &&
	value.every((work) => typeof work === 'object' && work !== null && 'fingerprint' in work);
