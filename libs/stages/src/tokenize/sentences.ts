import {defineStage, list, utf8} from '@millrace/core';
import {segmentSentences, sentencesOf} from '@millrace/text';
import {z} from 'zod';
import {eitherStage} from '../either-stage.ts';
import {byColumn, languageOption, noLanguageOption, shownLanguageOption} from '../language-option.ts';

const described = {
	name: 'sentences',
	summary: 'Adds the sentences of the text, cut by the rules of its language.',
	source: 'Unicode Standard Annex 29 (`Intl.Segmenter`), with abbreviations and ordinals of 19 languages.',
	adds: {sentences: list(utf8)},
};

const options = {
	lines: z
		.enum(['space', 'end'])
		.default('space')
		.describe('whether a single line end stands within a sentence or ends it'),
	spaces: z
		.enum(['trim', 'keep'])
		.default('trim')
		.describe('`keep` leaves white space on the sentences, which joined are then the text'),
};

interface Cut {
	readonly lines: 'space' | 'end';
	readonly spaces: 'trim' | 'keep';
	readonly language: string;
}

const cut = (text: string, {spaces, ...rules}: Cut): readonly string[] =>
	spaces === 'keep' ? Array.from(segmentSentences(text, rules)) : sentencesOf(text, rules);

/**
 * Adds the sentences of the text by the language of the row, or by one `language` for all rows, which then need no column
 * of that name. See `segmentSentences` of `@millrace/text` for what ends a sentence.
 */
export const sentences = eitherStage(
	defineStage({
		...described,
		needs: {text: utf8, language: utf8},
		options: {...options, language: noLanguageOption},
		map: ({text, language}, {options: {lines, spaces}}) => ({
			sentences: cut(text, {lines, spaces, language}),
		}),
	}),
	defineStage({
		...described,
		needs: {text: utf8},
		options: {...options, language: languageOption},
		map: ({text}, {options}) => ({sentences: cut(text, options)}),
	}),
	byColumn,
	{language: shownLanguageOption},
);
