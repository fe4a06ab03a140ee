import {defineStage, utf8} from '@millrace/core';
import {normalizeText as normalized} from '@millrace/text';
import {z} from 'zod';
import {eitherStage} from '../either-stage.ts';

const described = {
	name: 'normalize-text',
	summary:
		'Normalizes Unicode form, line ends, white space and invisible characters, and punctuation, case, digits, accents and contractions where asked; code stays as it is.',
	source: 'Unicode Standard Annex 15 (normalization forms) and the alphabets of CLDR 48.',
	adds: {text: utf8},
};

const options = {
	form: z.enum(['NFC', 'NFKC', 'none']).default('NFC').describe('Unicode normalization form'),
	quotes: z.enum(['keep', 'straight']).default('keep').describe('`straight` turns curly quotes to ASCII'),
	dashes: z.enum(['keep', 'ascii']).default('keep').describe('`ascii` turns dashes to `-` and `--`'),
	ellipsis: z.enum(['keep', 'dots']).default('keep').describe('`dots` turns an ellipsis to three dots'),
	case: z
		.enum(['keep', 'lower', 'fold'])
		.default('keep')
		.describe('`lower` makes letters small, `fold` also writes `ß` as `ss`'),
	digits: z
		.enum(['keep', 'ascii'])
		.default('keep')
		.describe('`ascii` writes the digits of every script as 0 to 9'),
	diacritics: z
		.enum(['keep', 'strip', 'strip-all'])
		.default('keep')
		.describe('`strip` removes accents that make no letter of their own in the language, `strip-all` any'),
	contractions: z
		.enum(['keep', 'expand'])
		.default('keep')
		.describe("`expand` writes `don't` as `do not`, in English"),
	code: z.enum(['keep', 'normalize']).default('keep').describe('what becomes of text that looks like code'),
};

const language = z
	.string()
	.default('en')
	.describe('whose case, accents and contractions; `column` goes by the column `language` of each row');

/**
 * Normalizes Unicode, white space and, where asked, punctuation and letters; code stays as it is. `language: 'column'` goes
 * by the language of each row, which needs that column. See `normalizeText` of `@millrace/text`.
 */
export const normalizeText = eitherStage(
	defineStage({
		...described,
		needs: {text: utf8, language: utf8},
		options: {...options, language: z.literal('column')},
		map: ({text, language}, {options}) => ({text: normalized(text, {...options, language})}),
	}),
	defineStage({
		...described,
		needs: {text: utf8},
		options: {...options, language},
		map: ({text}, {options}) => ({text: normalized(text, options)}),
	}),
	({language}) => language === 'column',
	{language},
);
