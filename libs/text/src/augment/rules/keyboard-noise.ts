import {parseOptions, type Random} from '@millrace/core';
import {z} from 'zod';
import type {Augmenter} from '../augmenter.ts';
import {damageWords} from './damage-words.ts';
import {keyboardLayouts, neighboursOf} from './keyboard-layouts.ts';
import {noiseRate} from './noise-rate.ts';
import {ruleAugmenter} from './rule-augmenter.ts';

/**
 * Slips of the fingers: in a share `rate` of the words one key is missed for its neighbour, struck twice
 * together with it, left out, doubled, or struck in the wrong order. The first letter stays right, as it
 * mostly does. Case is kept.
 */
export function keyboardNoise(given: KeyboardNoiseOptions = {}): Augmenter {
	const {layout, rate} = parseOptions('keyboardNoise', shape, given);
	const neighbours = neighboursOf(layout);
	return ruleAugmenter({
		name: 'keyboard-noise',
		options: {layout, rate},
		open: () => (text, random) =>
			damageWords(text, rate, random, (word, random) => slip(word, neighbours, random)),
	});
}

export type KeyboardNoiseOptions = z.input<z.ZodObject<typeof shape>>;

const shape = {
	layout: z.enum(keyboardLayouts).default('qwerty').describe('where the keys lie'),
	rate: noiseRate,
};

const SLIPS = ['neighbour', 'neighbour', 'both', 'omit', 'double', 'transpose'] as const;

function slip(word: string, neighbours: ReadonlyMap<string, string>, random: Random): string | undefined {
	if (word.length < 3) return undefined;
	const place = 1 + random.int(word.length - 1);
	const letter = word.charAt(place);
	const near = neighbours.get(letter.toLowerCase());
	if (near === undefined) return undefined;
	const struck = near.charAt(random.int(near.length));
	const other = letter === letter.toLowerCase() ? struck : struck.toUpperCase();
	const [before, after] = [word.slice(0, place), word.slice(place + 1)];
	switch (random.pick(SLIPS)) {
		case 'neighbour':
			return before + other + after;
		case 'both':
			return before + letter + other + after;
		case 'omit':
			return before + after;
		case 'double':
			return before + letter + letter + after;
		case 'transpose':
			return after.startsWith(letter) || after === ''
				? before + other + after
				: before + after.charAt(0) + letter + after.slice(1);
	}
}
