import {defineStage, list, utf8} from '@millrace/core';
import {wordTokens as tokensOf} from '@millrace/text';
import {z} from 'zod';
import {eitherStage} from '../either-stage.ts';

const described = {
	name: 'word-tokens',
	summary: 'Adds the words of the text, in any script.',
	source:
		'Unicode Standard Annex 29 (`Intl.Segmenter`), the Penn Treebank rules and the tokenizers of `natural`, by the option.',
	adds: {tokens: list(utf8)},
};

const options = {
	algorithm: z
		.enum(['unicode', 'segmenter', 'treebank', 'natural'])
		.default('unicode')
		.describe(
			'`treebank` is for English and keeps punctuation; `natural` drops letters that it does not list',
		),
	punctuation: z.boolean().default(false).describe('whether punctuation and symbols are tokens'),
};

const language = z
	.string()
	.default('en')
	.describe('language of all rows; `column` goes by the column `language` of each row');

/**
 * Adds the words of the text. `language: 'column'` goes by the language of each row, which needs that column. See
 * `wordTokens` of `@millrace/text` for what a word is in each algorithm.
 */
export const wordTokens = eitherStage(
	defineStage({
		...described,
		needs: {text: utf8, language: utf8},
		options: {...options, language: z.literal('column')},
		map: ({text, language}, {options: {algorithm, punctuation}}) => ({
			tokens: tokensOf(text, {algorithm, punctuation, language: valid(language)}),
		}),
	}),
	defineStage({
		...described,
		needs: {text: utf8},
		options: {...options, language},
		map: ({text}, {options}) => ({tokens: tokensOf(text, options)}),
	}),
	({language}) => language === 'column',
	{language},
);

/** Intl throws at a tag that is none, such as an empty one. */
const valid = (tag: string): string => (/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(tag) ? tag : 'und');
