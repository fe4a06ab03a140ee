import {defineStage, list, utf8} from '@millrace/core';
import {cachedStemmer, stemAlgorithmOf, stemAlgorithms, stemmer, type StemAlgorithm} from '@millrace/text';
import {z} from 'zod';
import {eitherStage} from '../either-stage.ts';
import {byColumn, languageOption, noLanguageOption, shownLanguageOption} from '../language-option.ts';

const described = {
	name: 'stem',
	summary: 'Adds the stem of each token, by the language of the row or in one algorithm for all.',
	source:
		'Snowball 3.1 (Porter 1980 and 2001) and the stemmers of `natural`, equal to PyStemmer word for word.',
	adds: {stems: list(utf8)},
};

const letters = z
	.enum(['lower', 'keep'])
	.default('lower')
	.describe('`lower` puts tokens in lower case first, as stemmers expect');
const unknown = z
	.enum(['keep', 'drop'])
	.default('keep')
	.describe('`keep` takes tokens in a language without an algorithm for their stems; `drop` drops the row');
const algorithm = z
	.enum(stemAlgorithms)
	.meta({title: 'name in docs/stemming.md'})
	.describe('one for all rows, which then need no language');
const noAlgorithm = z.undefined().optional();

interface Choice {
	readonly language: string;
	readonly case: 'lower' | 'keep';
	readonly unknown: 'keep' | 'drop';
}

function byLanguage(tokens: readonly string[], choice: Choice) {
	const found = stemAlgorithmOf(choice.language);
	if (found !== undefined) return {stems: tokens.map(remembered(found, choice.case))};
	return choice.unknown === 'drop' ? {drop: 'no-stemmer'} : {stems: tokens};
}

/**
 * Adds the stem of each token: by the language of the row, by one `language` for all rows, or in one `algorithm`; then
 * rows need no column `language`. Tokens in a language without an algorithm are kept as they are, unless asked to drop
 * the row as `no-stemmer`. Apostrophes should be straight (`normalizeText`). See docs/stemming.md.
 */
export const stem = eitherStage(
	defineStage({
		...described,
		needs: {tokens: list(utf8), language: utf8},
		options: {case: letters, unknown, algorithm: noAlgorithm, language: noLanguageOption},
		map: ({tokens, language}, {options}) => byLanguage(tokens, {...options, language}),
	}),
	eitherStage(
		defineStage({
			...described,
			needs: {tokens: list(utf8)},
			options: {case: letters, unknown, algorithm: noAlgorithm, language: languageOption},
			map: ({tokens}, {options}) => byLanguage(tokens, options),
		}),
		defineStage({
			...described,
			needs: {tokens: list(utf8)},
			options: {case: letters, algorithm, language: noLanguageOption},
			map: ({tokens}, {options}) => ({stems: tokens.map(remembered(options.algorithm, options.case))}),
		}),
		(options) => options['algorithm'] === undefined,
	),
	(options) => byColumn(options) && options['algorithm'] === undefined,
	{algorithm: algorithm.optional(), language: shownLanguageOption},
);

const memory = new Map<string, (token: string) => string>();

function remembered(name: StemAlgorithm, letters: 'lower' | 'keep'): (token: string) => string {
	const key = `${name} ${letters}`;
	const known = memory.get(key);
	if (known) return known;
	const exact = stemmer(name);
	// Turkish has two letters i, each with a capital of its own.
	const lower = (token: string): string =>
		name === 'turkish' ? token.toLocaleLowerCase('tr') : token.toLowerCase();
	const cached = cachedStemmer(letters === 'keep' ? exact : (token) => exact(lower(token)));
	const stemOf = (token: string): string => cached(token);
	memory.set(key, stemOf);
	return stemOf;
}
