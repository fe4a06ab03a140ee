import {parseOptions} from '@millrace/core';
import {z} from 'zod';
import type {Augmenter} from '../augmenter.ts';
import {choosePlaces, placesAt} from './choose-places.ts';
import {rewrites} from './rewrites/rewrites.ts';
import {sentencePieces} from './rewrites/sentence-pieces.ts';
import {ruleAugmenter} from './rule-augmenter.ts';
import {replaceSpans} from './word-spans.ts';

/**
 * Says English sentences in another way by rules that are sure of themselves: active and passive,
 * contractions, polite and plain requests, the place of times, clauses and recipients. Rewrites a share `rate`
 * of the sentences for which it knows a way, at least one, each by one rule; nothing where it knows none. All
 * else stays byte for byte.
 */
export function syntacticRewrites(given: SyntacticRewritesOptions = {}): Augmenter {
	const {rules, rate} = parseOptions('syntacticRewrites', shape, given);
	const chosen = rewrites.filter(({name}) => rules.includes(name));
	return ruleAugmenter({
		name: 'syntactic-rewrites',
		options: {rules: chosen.map(({name}) => name), rate},
		languages: ['en'],
		open: () => (text, random) => {
			const sites = sentencePieces(text).flatMap((piece) => {
				const ways = chosen.flatMap(({name, of}) => of(piece.word).map((word) => ({word, name})));
				return ways.length === 0 ? [] : [{...piece, ways}];
			});
			if (sites.length === 0) return undefined;
			const places = choosePlaces(sites.length, placesAt(rate, sites.length), random);
			const written = places.flatMap((place) => {
				const site = sites[place];
				return site ? [{...site, ...random.pick(site.ways)}] : [];
			});
			const via = [...new Set(written.map(({name}) => name))].sort().join(' ');
			return {text: replaceSpans(text, written), via};
		},
	});
}

export type SyntacticRewritesOptions = z.input<z.ZodObject<typeof shape>>;

const names = rewrites.map(({name}) => name);

const shape = {
	rules: z
		.array(
			z.string().refine((name) => names.includes(name), {error: `expected rules of ${names.join(', ')}`}),
		)
		.min(1)
		.default(names)
		.describe('which rules; all unless given'),
	rate: z
		.number()
		.min(0)
		.max(1)
		.default(1)
		.describe('the share of the sentences with a way that is rewritten'),
};
