import {defineStage, float64, utf8} from '@millrace/core';
import {z} from 'zod';
import {languageModelOption} from '../probe-option.ts';

/**
 * Adds how surprised a saved language model is by the text: the perplexity of a unit (word, character or byte, as it
 * was trained), and bits for each byte, which can be compared between languages. Drops rows below `min` as
 * `low-perplexity` (repeated or templated text) and above `max` as `high-perplexity` (noise, another language).
 */
export const perplexity = defineStage({
	name: 'perplexity',
	summary:
		'Adds how surprised a saved language model is by the text, and drops rows that surprise it too much or too little.',
	source:
		'Filtering by the perplexity of an n-gram model: Wenzek et al. 2020, "CCNet"; the model is interpolated modified Kneser-Ney (Chen and Goodman 1998).',
	needs: {text: utf8},
	adds: {perplexity: float64, bits_per_byte: float64},
	options: {
		model: languageModelOption,
		min: z
			.number()
			.positive()
			.nullable()
			.default(null)
			.describe('rows of lower perplexity are dropped as `low-perplexity`'),
		max: z
			.number()
			.positive()
			.nullable()
			.default(null)
			.describe('rows of higher perplexity are dropped as `high-perplexity`'),
	},
	closesOver: 'options',
	map({text}, {options: {model}}) {
		const {perplexity: figure, bitsPerByte} = model.probe.score(text);
		return {perplexity: figure, bits_per_byte: bitsPerByte};
	},
	rules: [
		{reason: 'low-perplexity', score: ({perplexity: figure}) => figure, dropIf: '<', threshold: 'min'},
		{reason: 'high-perplexity', score: ({perplexity: figure}) => figure, dropIf: '>', threshold: 'max'},
	],
});
