import {defineStage, float64, nullable, utf8} from '@millrace/core';
import {stopWordLanguages, stopWords, wordTokens} from '@millrace/text';
import {eitherStage} from '../either-stage.ts';
import {
	byColumn,
	languageOf,
	languageOption,
	noLanguageOption,
	shownLanguageOption,
} from '../language-option.ts';
import {bound} from './quality/quality-option.ts';

const described = {
	name: 'stop-word-share',
	summary: 'Adds the share of words that are stop words of the language, and drops rows with few.',
	adds: {stop_word_share: nullable(float64)},
} as const;

const minShare = bound(0.1, 'least share of words that are stop words');

/**
 * Adds the share of the words that are stop words of the language, in any case, and drops rows with a smaller one as
 * `few-stop-words`: lists, tables and keywords have few. Goes by the column `language`, or by one `language` for all
 * rows. Rows without words, and in languages without a list, have null and are kept.
 */
export const stopWordShare = eitherStage(
	defineStage({
		...described,
		needs: {text: utf8, language: utf8},
		options: {minShare, language: noLanguageOption},
		map: ({text, language}) => ({stop_word_share: shareOf(text, languageOf(language))}),
		rules: [
			{
				reason: 'few-stop-words',
				score: ({stop_word_share: share}) => share,
				dropIf: '<',
				threshold: 'minShare',
			},
		],
	}),
	defineStage({
		...described,
		needs: {text: utf8},
		options: {
			minShare,
			language: languageOption.refine((language) => stopWords(languageOf(language)) !== undefined, {
				error: ({input}) =>
					`expected a language with stop words, found ${String(input)}; known are ${stopWordLanguages.join(', ')}`,
			}),
		},
		map: ({text}, {options: {language}}) => ({stop_word_share: shareOf(text, languageOf(language))}),
		rules: [
			{
				reason: 'few-stop-words',
				score: ({stop_word_share: share}) => share,
				dropIf: '<',
				threshold: 'minShare',
			},
		],
	}),
	byColumn,
	{language: shownLanguageOption},
);

function shareOf(text: string, language: string): number | null {
	const stops = stopWords(language);
	const words = wordTokens(text, {language});
	if (!stops || words.length === 0) return null;
	return words.filter((word) => stops.has(word.toLowerCase())).length / words.length;
}
