import {parseOptions} from '@millrace/core';
import {z} from 'zod';
import type {Augmenter} from '../augmenter.ts';
import {choosePlaces} from './choose-places.ts';
import {ruleAugmenter} from './rule-augmenter.ts';
import {replaceSpans, wordSpans} from './word-spans.ts';

/**
 * Puts punctuation between words: from one mark to a third of the number of words, each of `. ; ? : ! ,`
 * before a word, with a space after it. No word is lost or moved, and all else stays byte for byte. Any
 * language that writes spaces.
 * Source: Karimi, Rossi and Prati 2021, AEDA: An Easier Data Augmentation Technique for Text Classification.
 */
export function aeda(given: AedaOptions = {}): Augmenter {
	const {most, marks} = parseOptions('aeda', shape, given);
	return ruleAugmenter({
		name: 'aeda',
		options: {most, marks},
		open: () => (text, random) => {
			const words = wordSpans(text);
			if (words.length === 0) return undefined;
			const count = 1 + random.int(Math.max(1, Math.floor(words.length * most)));
			const places = choosePlaces(words.length, count, random);
			return replaceSpans(
				text,
				places.map((place) => {
					const start = words[place]?.start ?? 0;
					return {start, end: start, word: `${random.pick(marks)} `};
				}),
			);
		},
	});
}

export type AedaOptions = z.input<z.ZodObject<typeof shape>>;

const shape = {
	most: z
		.number()
		.min(0)
		.max(1)
		.default(1 / 3)
		.describe('the most marks, as a share of the number of words'),
	marks: z.array(z.string().min(1)).min(1).default(['.', ';', '?', ':', '!', ',']),
};
