import {parseOptions} from '@millrace/core';
import {z} from 'zod';
import type {Augmenter} from '../../augmenter.ts';
import {articleBefore} from '../article-before.ts';
import {ruleAugmenter} from '../rule-augmenter.ts';
import {replaceSpans, wordSpans, type WordSpan} from '../word-spans.ts';
import {swapGender} from './swap-gender.ts';
import {swapGroups} from './swap-groups.ts';

/**
 * Swaps the identity terms of an English text throughout, to train and test against bias: genders (pronouns,
 * titles, kinship, given names of a list) and the terms of `groups`, such as `identityGroups`. `a` and `an`
 * follow. No variant where nothing is to swap, where the text says what only one gender can be, or where a
 * pronoun is ambiguous. Since names are swapped, leave the kind `name` out of `protect`, and set `maxOverlap:
 * null`: the variant differs by a few words.
 * Source: Zhao et al. 2018, Gender Bias in Coreference Resolution; names after Hall Maudslay et al. 2019.
 */
export function counterfactual(given: CounterfactualOptions = {}): Augmenter {
	const {gender, groups} = parseOptions('counterfactual', shape, given);
	return ruleAugmenter({
		name: 'counterfactual',
		options: {gender, groups},
		languages: ['en'],
		open: () => (text, random) => {
			const words = wordSpans(text);
			const swapped = gender ? swapGender(text, words) : [];
			const moved = swapGroups(words, groups, random);
			if (swapped === undefined) return undefined;
			const all = [...swapped, ...moved].sort((a, b) => a.start - b.start);
			const via = [...(swapped.length > 0 ? ['gender'] : []), ...(moved.length > 0 ? ['groups'] : [])].join(
				' ',
			);
			return {text: replaceSpans(text, withArticles(text, all)), via};
		},
	});
}

export type CounterfactualOptions = z.input<z.ZodObject<typeof shape>>;

const shape = {
	gender: z.boolean().default(true).describe('whether genders are swapped'),
	groups: z
		.array(
			z
				.array(z.string().regex(/^[\p{L}\p{M}'-]+$/u, 'expected one word'))
				.min(2)
				.readonly(),
		)
		.readonly()
		.default([])
		.describe('terms that may stand for each other, by group'),
};

function withArticles(text: string, swaps: readonly WordSpan[]): readonly WordSpan[] {
	return swaps.flatMap((swap) => {
		const article = articleBefore(text, swap);
		return article ? [article, swap] : [swap];
	});
}
