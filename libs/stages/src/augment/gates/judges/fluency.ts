import {sha256} from '@millrace/core';
import {serializeLanguageModel, type LanguageModel} from '@millrace/probes';
import type {Judge} from '../judge.ts';

/** Judges how fluent a variant is: its bits a unit under a language model, to those of the original; above 1 it is less usual. */
export function fluency({model}: {readonly model: LanguageModel}): Judge {
	return {
		identity: {name: 'fluency', model: sha256(serializeLanguageModel(model))},
		judge: (candidates) => {
			const known = new Map<string, number>();
			return candidates.map(({original, variant}) => {
				let before = known.get(original);
				if (before === undefined) known.set(original, (before = bitsOf(model, original)));
				return before <= 0 ? null : bitsOf(model, variant) / before;
			});
		},
	};
}

function bitsOf(model: LanguageModel, text: string): number {
	const {bits, units} = model.score(text);
	return bits / units;
}
