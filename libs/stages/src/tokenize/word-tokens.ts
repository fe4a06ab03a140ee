import {defineStage, list, utf8} from '@millrace/core';
import {wordTokens as tokensOf} from '@millrace/text';
import {z} from 'zod';

/** Adds the words of the text. See `wordTokens` of `@millrace/text` for what a word is in each algorithm. */
export const wordTokens = defineStage({
	name: 'word-tokens',
	summary: 'Adds the words of the text, in any script.',
	needs: {text: utf8},
	adds: {tokens: list(utf8)},
	options: {
		algorithm: z
			.enum(['unicode', 'segmenter', 'treebank'])
			.default('unicode')
			.describe('`treebank` is for English and keeps punctuation'),
		language: z.string().default('en').describe('language tag for scripts without spaces and `segmenter`'),
		punctuation: z.boolean().default(false).describe('whether punctuation and symbols are tokens'),
	},
	map: ({text}, {options}) => ({tokens: tokensOf(text, options)}),
});
