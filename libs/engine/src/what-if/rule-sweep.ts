import {breaksRule} from '@millrace/core';
import type {FoundRow} from '../explain/find-rows.ts';
import type {Figure, PlanRule} from './rule-figures.ts';
import type {SweptThreshold} from './what-if.ts';

/** Counts, for one of the rules of a pipeline, what each threshold would keep and drop of the rows that are added. */
export function ruleSweep(
	rules: readonly PlanRule[],
	index: number,
	thresholds: readonly Pick<SweptThreshold, 'threshold' | 'current'>[],
): RuleSweep {
	const own = rules[index];
	const counts = thresholds.map((each) => ({...each, keeps: 0, drops: 0, published: 0, unseen: 0}));
	return {
		add({fate}, figures) {
			const figure = figures[index];
			const mine =
				fate.kind === 'dropped' &&
				fate.stage === own?.stage &&
				fate.reason === own.rule.reason &&
				!others(rules, figures, index);
			for (const count of counts) {
				const broken =
					own !== undefined &&
					breaksRule({dropIf: own.rule.dropIf, threshold: count.threshold}, figure ?? null);
				if (typeof figure === 'number') {
					if (broken) count.drops++;
					else count.keeps++;
				}
				if (broken) continue;
				if (fate.kind === 'kept') count.published++;
				if (!mine || typeof figure !== 'number') continue;
				count.published++;
				count.unseen++;
			}
		},
		told: () => counts.map((count) => ({...count})),
	};
}

export interface RuleSweep {
	/** A row with its figures for all rules, in their order. */
	add(row: FoundRow, figures: readonly Figure[]): void;
	told(): readonly SweptThreshold[];
}

/** Whether another rule, as it stands, would drop the row. */
const others = (rules: readonly PlanRule[], figures: readonly Figure[], index: number): boolean =>
	rules.some(({rule}, other) => other !== index && breaksRule(rule, figures[other] ?? null));
