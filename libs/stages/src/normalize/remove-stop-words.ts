import {defineStage, list, utf8} from '@millrace/core';
import {stopWordLanguages, stopWords, withoutStopWords} from '@millrace/text';
import {z} from 'zod';
import {eitherStage} from '../either-stage.ts';
import {
	byColumn,
	languageOf,
	languageOption,
	noLanguageOption,
	shownLanguageOption,
} from '../language-option.ts';

const tokens = list(utf8);

const described = {
	name: 'remove-stop-words',
	summary: 'Leaves out the stop words of the language.',
	source: 'The stop words of `natural` for 11 languages and of `stopwords-iso` for the others.',
	adds: {tokens},
};

const options = {
	also: z.array(z.string()).default([]).describe('words to leave out besides'),
	keep: z.array(z.string()).default([]).describe('stop words to keep, such as `not`'),
};

/**
 * Leaves the stop words out of the tokens, by the language of the row or by one `language` for all rows, in any case.
 * Rows in a language without a list lose only what `also` names; as `language` such a one is an error.
 */
export const removeStopWords = eitherStage(
	defineStage({
		...described,
		needs: {tokens, language: utf8},
		options: {...options, language: noLanguageOption},
		map: ({tokens, language}, {options: {also, keep}}) => ({
			tokens: withoutStopWords(tokens, languageOf(language), {also, keep}),
		}),
	}),
	defineStage({
		...described,
		needs: {tokens},
		options: {
			...options,
			language: languageOption.refine((language) => stopWords(languageOf(language)) !== undefined, {
				error: ({input}) =>
					`expected a language with stop words, found ${String(input)}; known are ${stopWordLanguages.join(', ')}`,
			}),
		},
		map: ({tokens}, {options: {language, also, keep}}) => ({
			tokens: withoutStopWords(tokens, languageOf(language), {also, keep}),
		}),
	}),
	byColumn,
	{language: shownLanguageOption},
);
