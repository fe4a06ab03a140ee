import {optionsJson} from '@millrace/core';
import {overlapIndex, type EvaluationSet, type OverlapIndex} from '@millrace/text';
import type {Judge} from '../judge.ts';

export interface ContaminationOptions {
	/** From `evaluationSet`. */
	readonly against: readonly EvaluationSet[];
	/** Words that a run needs to count; 8 unless given. */
	readonly n?: number;
	/** Items with fewer words are not looked for; 5 unless given. */
	readonly shortest?: number;
	/** Whose words they are; `en` unless given. */
	readonly language?: string;
}

/** Judges how much of an item of evaluation sets a variant holds: the largest share of one that runs of words cover, as in `decontaminate`. */
export function contamination({against, n = 8, shortest = 5, language = 'en'}: ContaminationOptions): Judge {
	let index: OverlapIndex | undefined;
	return {
		identity: optionsJson({name: 'contamination', against, n, shortest, language}),
		judge: (candidates) => {
			index ??= overlapIndex(against, {n, shortest, form: 'normalized', language});
			const looking = index;
			return candidates.map(({variant}) => looking.find(variant).share);
		},
	};
}
