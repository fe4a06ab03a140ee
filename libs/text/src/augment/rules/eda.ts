import {MillraceError, parseOptions, type Random} from '@millrace/core';
import {z} from 'zod';
import type {Augmenter} from '../augmenter.ts';
import {choosePlaces} from './choose-places.ts';
import {ruleAugmenter} from './rule-augmenter.ts';
import {chooseOne, substituteSome} from './substitute.ts';
import type {FindSynonyms, Synonyms} from './synonyms.ts';
import {holdsMask} from './holds-mask.ts';
import {replaceSpans, wordSpans, type WordSpan} from './word-spans.ts';

/**
 * Easy data augmentation: each variant comes of one of four operations, chosen at random: synonyms, insertion
 * of synonyms of its words, swaps of two words, deletion of words. `alpha` is the share of words that one
 * changes, at least one; unless given it goes by `rows`, the size of the data set, as published. `n` of the
 * stage says how many variants there are; `edaDefaults(rows).variants` is the published number. Without
 * `synonyms` only swaps and deletions are made. All else of the text stays byte for byte, capitals and
 * punctuation included, and protected spans stay where they are.
 * Source: Wei and Zou 2019, EDA: Easy Data Augmentation Techniques for Boosting Performance on Text
 * Classification Tasks.
 */
export function eda(given: EdaOptions = {}): Augmenter {
	const {synonyms, rows, ...own} = parseOptions('eda', shape, given);
	const sized = edaDefaults(rows);
	const {alpha = sized.alpha} = own;
	const operations = own.operations ?? (synonyms ? ALL : WITHOUT_SYNONYMS);
	if (!synonyms && operations.some((operation) => operation === 'synonym' || operation === 'insert')) {
		throw new MillraceError(
			'usage',
			'eda: expected synonyms for the operations synonym and insert, found none; give synonyms: wordnet() of @millrace/backends, or leave these operations out.',
		);
	}
	return ruleAugmenter({
		name: 'eda',
		options: {alpha, operations, synonyms: synonyms?.identity ?? null},
		...(synonyms ? {languages: synonyms.languages} : {}),
		wanted: sized.variants,
		async open() {
			const find = await synonyms?.open();
			return (text, random) => {
				const words = wordSpans(text).filter(({word}) => !holdsMask(word));
				if (words.length === 0) return undefined;
				const count = Math.max(1, Math.floor(alpha * words.length));
				const via = random.pick(operations);
				return {text: apply[via]({text, words, count, alpha, random, find}), via};
			};
		},
	});
}

/** The published share of words to change and number of variants for a data set of so many rows. */
export function edaDefaults(rows: number): {readonly alpha: number; readonly variants: number} {
	if (rows <= 500) return {alpha: 0.05, variants: 16};
	return rows < 5_000 ? {alpha: 0.05, variants: 8} : {alpha: 0.1, variants: 4};
}

export type EdaOptions = z.input<z.ZodObject<typeof shape>>;

const ALL = ['synonym', 'insert', 'swap', 'delete'] as const;
const WITHOUT_SYNONYMS = ['swap', 'delete'] as const;

const shape = {
	rows: z.int().min(1).default(500).describe('the size of the data set, by which alpha goes'),
	alpha: z.number().min(0).max(1).optional().describe('the share of words that an operation changes'),
	operations: z
		.array(z.enum(ALL))
		.min(1)
		.optional()
		.describe('which operations; those that it can unless given'),
	synonyms: z
		.custom<Synonyms>(
			(value) => typeof value === 'object' && value !== null && 'open' in value && 'identity' in value,
			'expected synonyms, such as wordnet() of @millrace/backends',
		)
		.optional(),
};

interface Given {
	readonly text: string;
	readonly words: readonly WordSpan[];
	readonly count: number;
	readonly alpha: number;
	readonly random: Random;
	readonly find: FindSynonyms | undefined;
}

const apply: Readonly<Record<(typeof ALL)[number], (given: Given) => string>> = {
	synonym({text, count, random, find}) {
		const found = find?.(text) ?? [];
		return substituteSome(text, found, Math.min(count, found.length), random);
	},
	insert({text, words, count, random, find}) {
		const found = find?.(text) ?? [];
		if (found.length === 0) return text;
		return replaceSpans(
			text,
			choosePlaces(words.length, count, random).map((place) => {
				const start = words[place]?.start ?? 0;
				return {start, end: start, word: `${chooseOne(random.pick(found).choices, random).toLowerCase()} `};
			}),
		);
	},
	swap({text, words, count, random}) {
		const order = words.map(({word}) => word);
		for (let swap = 0; swap < count && order.length > 1; swap++) {
			const one = random.int(order.length);
			const other = (one + 1 + random.int(order.length - 1)) % order.length;
			[order[one], order[other]] = [order[other] ?? '', order[one] ?? ''];
		}
		return replaceSpans(
			text,
			words.map(({start, end}, place) => ({start, end, word: order[place] ?? ''})),
		);
	},
	delete({text, words, alpha, random}) {
		const gone = words.filter(() => random.float() < alpha);
		const chosen = gone.length === 0 ? [random.pick(words)] : gone;
		// One word must be left.
		if (chosen.length === words.length) chosen.splice(random.int(chosen.length), 1);
		return replaceSpans(
			text,
			chosen.map(({start, end}) => {
				const space = text.charAt(end) === ' ' ? 1 : 0;
				return {start, end: end + space, word: ''};
			}),
		);
	},
};
