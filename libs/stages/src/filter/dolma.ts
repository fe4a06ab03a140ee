import {defineStage} from '@millrace/core';
import {dolmaColumn} from './dolma-scores.ts';
import {bound, dolmaDialect} from './quality/quality-option.ts';

/**
 * Drops rows by the Gopher rules of dolma over the column `dolma` of `dolmaScores`, in the order of its mixer for Common
 * Crawl, with the names of its attributes as reasons. That configuration misspells the attributes of the most frequent
 * n-grams, so that those rules never fire there; here they are off until `maxTop2`, `maxTop3` and `maxTop4` are given.
 */
export const dolma = defineStage({
	name: 'dolma',
	summary: 'Drops rows by the Gopher rules of dolma, in the order of its mixer for Common Crawl.',
	source:
		'Rae et al. 2021, Scaling Language Models (Gopher); dolma 1.2.1, mixer configuration dolma-v1_5/cc-head.',
	needs: {dolma: dolmaColumn},
	options: {
		dialect: dolmaDialect,
		minWords: bound(50, 'fewest words'),
		maxWords: bound(100000, 'most words'),
		minMedianWordLength: bound(3, 'least median length of words, in code points'),
		maxMedianWordLength: bound(10, 'greatest median length of words, in code points'),
		maxSymbols: bound(0.1, 'greatest share of words with `#` or an ellipsis'),
		minLetterWords: bound(0.8, 'least share of words with a letter'),
		minStopWords: bound(2, 'fewest stop words, each time counted'),
		maxBulletLines: bound(0.9, 'greatest share of lines that begin with a bullet'),
		maxEllipsisLines: bound(0.3, 'greatest share of lines that end in an ellipsis'),
		maxDuplicateLines: bound(0.3, 'greatest share of lines that occur more than once'),
		maxDuplicateLineChars: bound(0.3, 'greatest share of characters in such lines'),
		maxTop2: bound(null, 'greatest share of characters in the most frequent 2-gram, 0.2 was meant'),
		maxTop3: bound(null, 'greatest share of characters in the most frequent 3-gram, 0.18 was meant'),
		maxTop4: bound(null, 'greatest share of characters in the most frequent 4-gram, 0.16 was meant'),
		maxDuplicate5: bound(0.15, 'greatest share of characters in 5-grams that occur more than once'),
		maxDuplicate6: bound(0.14, 'greatest share of characters in 6-grams that occur more than once'),
		maxDuplicate7: bound(0.13, 'greatest share of characters in 7-grams that occur more than once'),
		maxDuplicate8: bound(0.12, 'greatest share of characters in 8-grams that occur more than once'),
		maxDuplicate9: bound(0.11, 'greatest share of characters in 9-grams that occur more than once'),
		maxDuplicate10: bound(0.1, 'greatest share of characters in 10-grams that occur more than once'),
	},
	closesOver: 'options',
	rules: [
		{reason: 'word_count', score: ({dolma}) => dolma.words, dropIf: '<', threshold: 'minWords'},
		{reason: 'word_count', score: ({dolma}) => dolma.words, dropIf: '>', threshold: 'maxWords'},
		{
			reason: 'median_word_length',
			score: ({dolma}) => dolma.medianWordLength,
			dropIf: '<',
			threshold: 'minMedianWordLength',
		},
		{
			reason: 'median_word_length',
			score: ({dolma}) => dolma.medianWordLength,
			dropIf: '>',
			threshold: 'maxMedianWordLength',
		},
		{reason: 'symbol_to_word_ratio', score: ({dolma}) => dolma.symbols, dropIf: '>', threshold: 'maxSymbols'},
		{
			reason: 'fraction_of_words_with_alpha_character',
			score: ({dolma}) => dolma.letterWords,
			dropIf: '<',
			threshold: 'minLetterWords',
		},
		{
			reason: 'required_word_count',
			score: ({dolma}) => dolma.stopWords,
			dropIf: '<',
			threshold: 'minStopWords',
		},
		{
			reason: 'fraction_of_lines_starting_with_bullet_point',
			score: ({dolma}) => dolma.bulletLines,
			dropIf: '>',
			threshold: 'maxBulletLines',
		},
		{
			reason: 'fraction_of_lines_ending_with_ellipsis',
			score: ({dolma}) => dolma.ellipsisLines,
			dropIf: '>',
			threshold: 'maxEllipsisLines',
		},
		{
			reason: 'fraction_of_duplicate_lines',
			score: ({dolma}) => dolma.duplicateLines,
			dropIf: '>',
			threshold: 'maxDuplicateLines',
		},
		{
			reason: 'fraction_of_characters_in_duplicate_lines',
			score: ({dolma}) => dolma.duplicateLineChars,
			dropIf: '>',
			threshold: 'maxDuplicateLineChars',
		},
		{
			reason: 'fraction_of_characters_in_most_common_2grams',
			score: ({dolma}) => dolma.top2,
			dropIf: '>',
			threshold: 'maxTop2',
		},
		{
			reason: 'fraction_of_characters_in_most_common_3grams',
			score: ({dolma}) => dolma.top3,
			dropIf: '>',
			threshold: 'maxTop3',
		},
		{
			reason: 'fraction_of_characters_in_most_common_4grams',
			score: ({dolma}) => dolma.top4,
			dropIf: '>',
			threshold: 'maxTop4',
		},
		{
			reason: 'fraction_of_characters_in_duplicate_5grams',
			score: ({dolma}) => dolma.duplicate5,
			dropIf: '>',
			threshold: 'maxDuplicate5',
		},
		{
			reason: 'fraction_of_characters_in_duplicate_6grams',
			score: ({dolma}) => dolma.duplicate6,
			dropIf: '>',
			threshold: 'maxDuplicate6',
		},
		{
			reason: 'fraction_of_characters_in_duplicate_7grams',
			score: ({dolma}) => dolma.duplicate7,
			dropIf: '>',
			threshold: 'maxDuplicate7',
		},
		{
			reason: 'fraction_of_characters_in_duplicate_8grams',
			score: ({dolma}) => dolma.duplicate8,
			dropIf: '>',
			threshold: 'maxDuplicate8',
		},
		{
			reason: 'fraction_of_characters_in_duplicate_9grams',
			score: ({dolma}) => dolma.duplicate9,
			dropIf: '>',
			threshold: 'maxDuplicate9',
		},
		{
			reason: 'fraction_of_characters_in_duplicate_10grams',
			score: ({dolma}) => dolma.duplicate10,
			dropIf: '>',
			threshold: 'maxDuplicate10',
		},
	],
});
