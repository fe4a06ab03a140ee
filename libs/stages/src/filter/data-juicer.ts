import {defineStage} from '@millrace/core';
import {dataJuicerColumn} from './data-juicer-scores.ts';
import {bound, dataJuicerDialect} from './quality/quality-option.ts';

/**
 * Drops rows by the text filters of Data-Juicer over the column `data_juicer` of `dataJuicerScores`, with the names of
 * its statistics as reasons and its default bounds. Data-Juicer leaves the order to the recipe; here cheap rules come
 * first. Upper bounds that it has no default for are left to other stages.
 */
export const dataJuicer = defineStage({
	name: 'data-juicer',
	summary: 'Drops rows by the text filters of Data-Juicer, with its default bounds.',
	source:
		'Chen et al. 2024, Data-Juicer: A One-Stop Data Processing System for Large Language Models; py-data-juicer 1.4.3.',
	needs: {data_juicer: dataJuicerColumn},
	options: {
		dialect: dataJuicerDialect,
		minChars: bound(10, 'fewest code points'),
		minLongestLine: bound(10, 'fewest code points of the longest line'),
		minMeanLineLength: bound(10, 'least mean length of lines, in code points'),
		minWords: bound(10, 'fewest words'),
		minAlphanumeric: bound(0.25, 'least share of letters and digits'),
		maxSpecialCharacters: bound(0.25, 'greatest share of special characters'),
		maxCharacterRepetition: bound(0.5, 'greatest repetition of characters'),
		maxWordRepetition: bound(0.5, 'greatest share of repeated n-grams of words'),
		minStopWords: bound(0.3, 'least share of stop words, where a list was given'),
	},
	closesOver: 'options',
	rules: [
		{reason: 'text_len', score: ({data_juicer: scores}) => scores.chars, dropIf: '<', threshold: 'minChars'},
		{
			reason: 'max_line_length',
			score: ({data_juicer: scores}) => scores.longestLine,
			dropIf: '<',
			threshold: 'minLongestLine',
		},
		{
			reason: 'avg_line_length',
			score: ({data_juicer: scores}) => scores.meanLineLength,
			dropIf: '<',
			threshold: 'minMeanLineLength',
		},
		{reason: 'num_words', score: ({data_juicer: scores}) => scores.words, dropIf: '<', threshold: 'minWords'},
		{
			reason: 'alnum_ratio',
			score: ({data_juicer: scores}) => scores.alphanumeric,
			dropIf: '<',
			threshold: 'minAlphanumeric',
		},
		{
			reason: 'special_char_ratio',
			score: ({data_juicer: scores}) => scores.specialCharacters,
			dropIf: '>',
			threshold: 'maxSpecialCharacters',
		},
		{
			reason: 'char_rep_ratio',
			score: ({data_juicer: scores}) => scores.characterRepetition,
			dropIf: '>',
			threshold: 'maxCharacterRepetition',
		},
		{
			reason: 'word_rep_ratio',
			score: ({data_juicer: scores}) => scores.wordRepetition,
			dropIf: '>',
			threshold: 'maxWordRepetition',
		},
		{
			reason: 'stopwords_ratio',
			score: ({data_juicer: scores}) => scores.stopWords,
			dropIf: '<',
			threshold: 'minStopWords',
		},
	],
});
