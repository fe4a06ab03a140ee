import type {Random} from '@millrace/core';
import {articleBefore} from './article-before.ts';
import {choosePlaces, placesAt} from './choose-places.ts';
import type {Choice, FindSynonyms, Replaceable} from './synonyms.ts';
import {replaceSpans, type WordSpan} from './word-spans.ts';

/** Replaces a share `rate` of the words that have synonyms, at least one; undefined where none has. */
export function substitute(
	text: string,
	find: FindSynonyms,
	rate: number,
	random: Random,
): string | undefined {
	const found = find(text);
	if (found.length === 0) return undefined;
	return substituteSome(text, found, placesAt(rate, found.length), random);
}

/** Replaces `count` of the words; before a new word `a` and `an` follow its sound. */
export function substituteSome(
	text: string,
	found: readonly Replaceable[],
	count: number,
	random: Random,
): string {
	const replacements: WordSpan[] = [];
	for (const place of choosePlaces(found.length, count, random)) {
		const word = found[place];
		if (!word) continue;
		const chosen = {start: word.start, end: word.end, word: chooseOne(word.choices, random)};
		const article = articleBefore(text, chosen);
		if (article) replacements.push(article);
		replacements.push(chosen);
	}
	return replaceSpans(text, replacements);
}

/** One of the choices, by their weights. */
export function chooseOne(choices: readonly Choice[], random: Random): string {
	let left = random.float() * choices.reduce((sum, {weight}) => sum + weight, 0);
	for (const {word, weight} of choices) {
		left -= weight;
		if (left < 0) return word;
	}
	return choices.at(-1)?.word ?? '';
}
