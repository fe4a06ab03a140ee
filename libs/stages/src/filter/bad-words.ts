import {defineStage, int32, MillraceError, utf8} from '@millrace/core';
import {badWords as badWordsOf, type BadWords, type WordList} from '@millrace/text';
import {z} from 'zod';
import {eitherStage} from '../either-stage.ts';
import {byColumn, languageOption, noLanguageOption, shownLanguageOption} from '../language-option.ts';
import {wordListOption} from '../word-list-option.ts';

const described = {
	name: 'bad-words',
	summary: 'Counts the words of your lists, by language, and drops rows that have any.',
	source: 'C4BadWordsFilter of datatrove 0.10, after Raffel et al. 2020 (C4)',
	adds: {bad_words: int32},
	closesOver: 'options',
} as const;

const options = {
	dialect: z.enum(['datatrove-0.10']).default('datatrove-0.10').describe('whose rule it is'),
	lists: z.record(z.string(), wordListOption).meta({
		title: 'lists by language',
		description: "`{en: './bad-words.txt'}`: a word or phrase on each line",
	}),
	keepFraction: z
		.number()
		.min(0)
		.max(1)
		.default(0)
		.describe('share of the rows with such words that is kept, chosen by the seed of the row'),
	missingLanguage: z
		.enum(['fail', 'keep'])
		.default('fail')
		.describe('whether a row in a language without a list ends the run or is kept'),
};

interface Options {
	readonly lists: Readonly<Record<string, WordList>>;
	readonly keepFraction: number;
	readonly missingLanguage: 'fail' | 'keep';
}

/**
 * Adds how often words of your list for the row's language are in the text, and drops rows that have any as
 * `document-removed-with-badwords`, but a share `keepFraction`. By the rule of datatrove 0.10: words between characters
 * that are no letter, number or underscore; in `ja`, `th` and `zh`, anywhere. Lists are yours; `sampleBadWords` of
 * `@millrace/text` shows their form. By the column `language`, or by one `language` for all rows.
 */
export const badWords = eitherStage(
	defineStage({
		...described,
		needs: {text: utf8, language: utf8},
		options: {...options, language: noLanguageOption},
		map: ({text, language}, {options, random}) => judged(text, language, options, () => random().float()),
	}),
	defineStage({
		...described,
		needs: {text: utf8},
		options: {...options, language: languageOption},
		map: ({text}, {options, random}) => judged(text, options.language, options, () => random().float()),
	}),
	byColumn,
	{language: shownLanguageOption},
);

function judged(text: string, language: string, options: Options, chance: () => number) {
	const score = searchOf(language, options)?.(text) ?? 0;
	if (score === 0 || (options.keepFraction > 0 && chance() < options.keepFraction)) return {bad_words: score};
	return {drop: 'document-removed-with-badwords', score};
}

const made = new WeakMap<WordList, BadWords>();

function searchOf(language: string, {lists, missingLanguage}: Options): BadWords | undefined {
	const list = lists[language];
	if (!list) {
		if (missingLanguage === 'keep') return undefined;
		throw new MillraceError(
			'usage',
			`stage bad-words: expected a list for each language, found none for ${JSON.stringify(language)} (there are ${Object.keys(lists).sort().join(', ')}); add one, or keep such rows by missingLanguage: 'keep'.`,
		);
	}
	const search = made.get(list) ?? badWordsOf(list.words, language);
	made.set(list, search);
	return search;
}
