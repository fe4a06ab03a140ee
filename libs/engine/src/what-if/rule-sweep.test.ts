import type {BoundRule} from '@millrace/core';
import test from 'ava';
import type {FoundRow} from '../explain/find-rows.ts';
import type {PlanRule} from './rule-figures.ts';
import {ruleSweep} from './rule-sweep.ts';

const rule = (reason: string, threshold: number | null): PlanRule => ({
	stage: 'bounded',
	position: 0,
	rule: {reason, option: reason, dropIf: '<', threshold, score: () => null} satisfies BoundRule,
});

const row = (fate: FoundRow['fate']): FoundRow => ({id: '', source: '', fate, values: {}});
const kept = row({kind: 'kept', split: 'train'});
const dropped = (reason: string, stage = 'bounded'): FoundRow => row({kind: 'dropped', stage, reason});

const cases = [
	{title: 'a published row stays where it passes', given: kept, figures: [5, 5], counts: [1, 0, 1, 0]},
	{
		title: 'a published row goes where it breaks the rule',
		given: kept,
		figures: [2, 5],
		counts: [0, 1, 0, 0],
	},
	{
		title: 'a row that the rule dropped would go on where it passes',
		given: dropped('a'),
		figures: [3, 5],
		counts: [1, 0, 1, 1],
	},
	{
		title: 'a row that another rule would drop does not',
		given: dropped('a'),
		figures: [3, 1],
		counts: [1, 0, 0, 0],
	},
	{
		title: 'a row that was dropped for another reason stays dropped',
		given: dropped('again', 'once'),
		figures: [5, 5],
		counts: [1, 0, 0, 0],
	},
	{
		title: 'a figure that is not known counts for nothing, and a published row stays',
		given: kept,
		figures: [undefined, 5],
		counts: [0, 0, 1, 0],
	},
] as const;

for (const {title, given, figures, counts} of cases)
	test(title, (t) => {
		const sweep = ruleSweep([rule('a', 4), rule('b', 2)], 0, [{threshold: 3, current: false}]);
		sweep.add(given, figures);
		t.deepEqual(
			sweep.told().map(({keeps, drops, published, unseen}) => [keeps, drops, published, unseen]),
			[[...counts]],
		);
	});
