import type {Random} from '@millrace/core';
import {choosePlaces, placesAt} from './choose-places.ts';
import {holdsMask} from './holds-mask.ts';
import {replaceSpans, wordSpans} from './word-spans.ts';

/**
 * Damages a share `rate` of the words for which `damage` knows a way, at least one; undefined where there is
 * none. Damage tried on a word that it does not fit gives undefined, and another word is tried. Protected
 * spans stay.
 */
export function damageWords(
	text: string,
	rate: number,
	random: Random,
	damage: (word: string, random: Random) => string | undefined,
): string | undefined {
	const words = wordSpans(text).filter(({word}) => !holdsMask(word));
	const wanted = placesAt(rate, words.length);
	const replacements = new Map<number, string>();
	const damageAt = (place: number): void => {
		const damaged = damage(words[place]?.word ?? '', random);
		if (damaged !== undefined) replacements.set(place, damaged);
	};
	for (const place of choosePlaces(words.length, wanted, random)) damageAt(place);
	const from = words.length > 0 ? random.int(words.length) : 0;
	for (let step = 0; step < words.length; step++) {
		if (replacements.size > 0) break;
		damageAt((from + step) % words.length);
	}
	if (replacements.size === 0) return undefined;
	return replaceSpans(
		text,
		words.flatMap((span, place) => {
			const word = replacements.get(place);
			return word === undefined ? [] : [{...span, word}];
		}),
	);
}
