import {parseOptions, type Random} from '@millrace/core';
import {type z} from 'zod';
import type {Augmenter} from '../augmenter.ts';
import {damageWords} from './damage-words.ts';
import {noiseRate} from './noise-rate.ts';
import {ruleAugmenter} from './rule-augmenter.ts';

/**
 * What a scanner takes for something else: in a share `rate` of the words one group of letters for a group
 * that looks like it, such as `rn` for `m` or `0` for `o`.
 */
export function ocrNoise(given: OcrNoiseOptions = {}): Augmenter {
	const {rate} = parseOptions('ocrNoise', shape, given);
	return ruleAugmenter({
		name: 'ocr-noise',
		options: {rate},
		open: () => (text, random) => damageWords(text, rate, random, misread),
	});
}

export type OcrNoiseOptions = z.input<z.ZodObject<typeof shape>>;

const shape = {rate: noiseRate};

/** Groups that look alike in print, each for any other of its line. */
const ALIKE: ReadonlyMap<string, readonly string[]> = new Map(
	'o 0|O 0 Q|l 1 I|I l 1|m rn nn|w vv|d cl|cl d|rn m|vv w|h b|b h 6|B 8|S 5 $|s 5|g 9 q|q g 9|e c|c e|a o|t f|f t|u v ii|v u|Z 2|z 2|n ri|nn m|G 6|D O|E F|i j l|j i|0 O o|1 l I|5 S|8 B|6 b|2 Z|li h|ri n|fi fl'
		.split('|')
		.map((line) => {
			const [group = '', ...others] = line.split(' ');
			return [group, others];
		}),
);

function misread(word: string, random: Random): string | undefined {
	const from = random.int(word.length);
	for (let step = 0; step < word.length; step++) {
		const place = (from + step) % word.length;
		for (const length of [2, 1]) {
			const group = word.slice(place, place + length);
			const others = group.length === length ? ALIKE.get(group) : undefined;
			if (others) return word.slice(0, place) + random.pick(others) + word.slice(place + length);
		}
	}
	return undefined;
}
