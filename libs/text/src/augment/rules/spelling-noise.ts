import {parseOptions, type Random} from '@millrace/core';
import {type z} from 'zod';
import type {Augmenter} from '../augmenter.ts';
import {damageWords} from './damage-words.ts';
import {noiseRate} from './noise-rate.ts';
import {ruleAugmenter} from './rule-augmenter.ts';

/**
 * Mistakes of people who write English by ear: in a share `rate` of the words a group of letters is written as
 * it might sound, such as `recieve`, `definately`, `adress`, `thier`, or an apostrophe is left out.
 */
export function spellingNoise(given: SpellingNoiseOptions = {}): Augmenter {
	const {rate} = parseOptions('spellingNoise', shape, given);
	return ruleAugmenter({
		name: 'spelling-noise',
		options: {rate},
		languages: ['en'],
		open: () => (text, random) => damageWords(text, rate, random, misspelt),
	});
}

export type SpellingNoiseOptions = z.input<z.ZodObject<typeof shape>>;

const shape = {rate: noiseRate};

/** A pattern with one group before and one after what is changed, and what it becomes. */
const MISTAKES: readonly (readonly [pattern: RegExp, instead: string])[] = [
	[/ie(?=[a-z])/, 'ei'],
	[/(?<=c)ei/, 'ie'],
	[/(?<=[a-z])(?:ance)$/, 'ence'],
	[/(?<=[a-z])(?:ence)$/, 'ance'],
	[/(?<=[a-z])ant$/, 'ent'],
	[/(?<=[a-z])ent$/, 'ant'],
	[/(?<=[a-z])able$/, 'ible'],
	[/(?<=[a-z])ible$/, 'able'],
	[/(?<=[a-z])itely$/, 'ately'],
	[/(?<=[a-z])ally$/, 'aly'],
	[/(?<=[aeiou])ss(?=[aeiou])/, 's'],
	[/(?<=[a-z])([bcdfglmnprt])\1(?=[a-z])/, '$1'],
	[/(?<=[aeiou])([lmnprt])(?=[aeiou])/, '$1$1'],
	[/(?<=[a-z])tion/, 'sion'],
	[/(?<=[a-z])sion/, 'tion'],
	[/(?<=[a-z])er$/, 'or'],
	[/(?<=[a-z])or$/, 'er'],
	[/(?<=[a-z])ary$/, 'ery'],
	[/(?<=[a-z])ery$/, 'ary'],
	[/(?<=[a-z])ough/, 'ogh'],
	[/(?<=[a-z])ph/, 'f'],
	[/^wh/, 'w'],
	[/(?<=[a-z])e(?=ly$|ment$)/, ''],
	[/(?<=[a-z])ei(?=[a-z])/, 'ie'],
	[/(?<=[a-z])sc(?=[ei])/, 's'],
	[/(?<=[a-z])cq/, 'q'],
	[/(?<=[a-z])mn$/, 'm'],
	[/['\u2019](?=t$|s$|re$|ve$|ll$|m$|d$)/, ''],
];

function misspelt(word: string, random: Random): string | undefined {
	const first = random.int(MISTAKES.length);
	for (let step = 0; step < MISTAKES.length; step++) {
		const mistake = MISTAKES[(first + step) % MISTAKES.length];
		if (mistake?.[0].test(word)) return word.replace(...mistake);
	}
	return undefined;
}
