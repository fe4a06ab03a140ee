import {defineStage, utf8} from '@millrace/core';
import {normalizeText as normalized} from '@millrace/text';
import {z} from 'zod';

/** Normalizes Unicode, white space and, where asked, punctuation; code stays as it is. See `normalizeText` of `@millrace/text`. */
export const normalizeText = defineStage({
	name: 'normalize-text',
	summary:
		'Normalizes Unicode form, line ends, white space and invisible characters, and punctuation where asked; code stays as it is.',
	needs: {text: utf8},
	adds: {text: utf8},
	options: {
		form: z.enum(['NFC', 'NFKC', 'none']).default('NFC').describe('Unicode normalization form'),
		quotes: z.enum(['keep', 'straight']).default('keep').describe('`straight` turns curly quotes to ASCII'),
		dashes: z.enum(['keep', 'ascii']).default('keep').describe('`ascii` turns dashes to `-` and `--`'),
		ellipsis: z.enum(['keep', 'dots']).default('keep').describe('`dots` turns an ellipsis to three dots'),
		code: z.enum(['keep', 'normalize']).default('keep').describe('what becomes of text that looks like code'),
	},
	map: ({text}, {options}) => ({text: normalized(text, options)}),
});
