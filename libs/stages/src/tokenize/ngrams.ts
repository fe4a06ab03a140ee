import {defineStage, list, MillraceError, utf8} from '@millrace/core';
import {characterNgrams, ngrams as ngramsOf} from '@millrace/text';
import {z} from 'zod';
import {eitherStage} from '../either-stage.ts';

const described = {
	name: 'ngrams',
	summary: 'Adds the n-grams of the words or of the characters.',
	adds: {ngrams: list(utf8)},
};

const options = {
	n: z.int().min(1).max(16).default(2).describe('words or characters in each'),
	least: z.int().min(1).optional().describe('fewest, where shorter ones are wanted too; `n` unless given'),
};

/**
 * Adds n-grams in order: of the column `tokens`, joined by a space, or with `unit: 'characters'` of the column `text`,
 * whose characters are those that readers see.
 */
export const ngrams = eitherStage(
	defineStage({
		...described,
		needs: {tokens: list(utf8)},
		options: {...options, unit: z.literal('words').default('words')},
		map: ({tokens}, {options: {n, least = n}}) => ({ngrams: ngramsOf(tokens, {n, least: checked(least, n)})}),
	}),
	defineStage({
		...described,
		needs: {text: utf8},
		options: {...options, unit: z.literal('characters')},
		map: ({text}, {options: {n, least = n}}) => ({
			ngrams: characterNgrams(text, {n, least: checked(least, n)}),
		}),
	}),
	({unit = 'words'}) => unit === 'words',
	{
		unit: z
			.enum(['words', 'characters'])
			.default('words')
			.describe('`characters` takes those of the column `text`'),
	},
);

function checked(least: number, n: number): number {
	if (least <= n) return least;
	throw new MillraceError('usage', `stage ngrams: least: expected at most n, which is ${n}, found ${least}.`);
}
