import {defineStage, list, utf8} from '@millrace/core';
import {keyTerms as termsOf} from '@millrace/text';
import {z} from 'zod';
import {eitherStage} from '../either-stage.ts';
import {
	byColumn,
	languageOf,
	languageOption,
	noLanguageOption,
	shownLanguageOption,
} from '../language-option.ts';

const described = {
	name: 'key-terms',
	summary: 'Adds the key terms of the text, best first, by RAKE.',
	source:
		'RAKE: Rose, Engel, Cramer and Cowley 2010, "Automatic keyword extraction from individual documents".',
	adds: {key_terms: list(utf8)},
};

const options = {
	most: z.int().min(1).default(10).describe('terms at most'),
	words: z.int().min(1).default(3).describe('words of a term at most'),
};

interface Terms {
	readonly most: number;
	readonly words: number;
	readonly language: string;
}

const terms = (text: string, {language, most, words}: Terms): readonly string[] =>
	termsOf(text, {language: languageOf(language), most, words}).map(({term}) => term);

/**
 * Adds the key terms of each text, best first, in small letters: phrases between the stop words of the row's language, or
 * of one `language` for all rows. See `keyTerms` of `@millrace/text` for the method and its source.
 */
export const keyTerms = eitherStage(
	defineStage({
		...described,
		needs: {text: utf8, language: utf8},
		options: {...options, language: noLanguageOption},
		map: ({text, language}, {options: {most, words}}) => ({key_terms: terms(text, {most, words, language})}),
	}),
	defineStage({
		...described,
		needs: {text: utf8},
		options: {...options, language: languageOption},
		map: ({text}, {options}) => ({key_terms: terms(text, options)}),
	}),
	byColumn,
	{language: shownLanguageOption},
);
