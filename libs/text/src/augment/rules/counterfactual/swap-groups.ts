import type {Random} from '@millrace/core';
import type {WordSpan} from '../word-spans.ts';

/** Terms of one kind, any of which may stand in the place of any other: `['Christian', 'Muslim', 'Hindu']`. */
export type TermGroup = readonly string[];

/** Groups whose terms are adjectives and nouns alike, with plurals in `s`. */
export const identityGroups: readonly TermGroup[] = [
	['Christian', 'Muslim', 'Hindu', 'Buddhist', 'Sikh'],
	[
		'American',
		'German',
		'Italian',
		'Russian',
		'Mexican',
		'Indian',
		'Nigerian',
		'Brazilian',
		'Korean',
		'Egyptian',
	],
	['African', 'Asian', 'European'],
];

/**
 * Moves all terms of each group that occurs by the same random number of places, so that equal terms stay
 * equal and different ones differ.
 */
export function swapGroups(
	words: readonly WordSpan[],
	groups: readonly TermGroup[],
	random: Random,
): readonly WordSpan[] {
	const swaps = new Map<number, WordSpan>();
	for (const group of groups) {
		const found = words.flatMap((span, place) => {
			const [, stem = span.word, ending = ''] = /^(.+?)(s?(?:['\u2019]s?)?)$/.exec(span.word) ?? [];
			const whole = group.indexOf(span.word);
			const at = whole >= 0 ? whole : group.indexOf(stem);
			return at < 0 ? [] : [{place, span, at, ending: whole >= 0 ? '' : ending}];
		});
		if (found.length === 0 || group.length < 2) continue;
		const by = 1 + random.int(group.length - 1);
		for (const {place, span, at, ending} of found)
			swaps.set(place, {...span, word: (group[(at + by) % group.length] ?? '') + ending});
	}
	return [...swaps.values()].sort((a, b) => a.start - b.start);
}
