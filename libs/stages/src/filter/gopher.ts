import {defineStage} from '@millrace/core';
import {gopherColumn} from './gopher-scores.ts';
import {bound, datatrove} from './quality/quality-option.ts';

/**
 * Drops rows by Gopher's quality rules over the column `gopher` of `gopherScores`, in the order and with the reasons
 * of datatrove 0.10. In datatrove 0 switches a rule off too; here null does.
 */
export const gopher = defineStage({
	name: 'gopher',
	summary: "Drops rows by Gopher's quality rules, as datatrove 0.10 has them.",
	source: 'Rae et al. 2021, Scaling Language Models (Gopher); datatrove 0.10, GopherQualityFilter.',
	needs: {gopher: gopherColumn},
	options: {
		dialect: datatrove,
		minWords: bound(50, 'fewest words that are more than punctuation'),
		maxWords: bound(100_000, 'most words that are more than punctuation'),
		minMeanWordLength: bound(3, 'least mean length of words, in code points'),
		maxMeanWordLength: bound(10, 'greatest mean length of words, in code points'),
		maxSymbols: bound(0.1, 'most `#` for each word, and most ellipses'),
		maxBulletLines: bound(0.9, 'greatest share of lines that begin with a bullet'),
		maxEllipsisLines: bound(0.3, 'greatest share of lines that end in an ellipsis'),
		minLetterWords: bound(0.8, 'least share of words with a letter'),
		minStopWords: bound(2, 'fewest different stop words'),
	},
	closesOver: 'options',
	rules: [
		{reason: 'gopher_short_doc', score: ({gopher: {words}}) => words, dropIf: '<', threshold: 'minWords'},
		{reason: 'gopher_long_doc', score: ({gopher: {words}}) => words, dropIf: '>', threshold: 'maxWords'},
		{
			reason: 'gopher_below_avg_threshold',
			score: ({gopher: {meanWordLength}}) => meanWordLength,
			dropIf: '<',
			threshold: 'minMeanWordLength',
		},
		{
			reason: 'gopher_above_avg_threshold',
			score: ({gopher: {meanWordLength}}) => meanWordLength,
			dropIf: '>',
			threshold: 'maxMeanWordLength',
		},
		{
			reason: 'gopher_too_many_hashes',
			score: ({gopher: {hashes}}) => hashes,
			dropIf: '>',
			threshold: 'maxSymbols',
		},
		{
			reason: 'gopher_too_many_ellipsis',
			score: ({gopher: {ellipses}}) => ellipses,
			dropIf: '>',
			threshold: 'maxSymbols',
		},
		{
			reason: 'gopher_too_many_bullets',
			score: ({gopher: {bulletLines}}) => bulletLines,
			dropIf: '>',
			threshold: 'maxBulletLines',
		},
		{
			reason: 'gopher_too_many_end_ellipsis',
			score: ({gopher: {ellipsisLines}}) => ellipsisLines,
			dropIf: '>',
			threshold: 'maxEllipsisLines',
		},
		{
			reason: 'gopher_below_alpha_threshold',
			score: ({gopher: {letterWords}}) => letterWords,
			dropIf: '<',
			threshold: 'minLetterWords',
		},
		{
			reason: 'gopher_enough_stop_words',
			score: ({gopher: {stopWords}}) => stopWords,
			dropIf: '<',
			threshold: 'minStopWords',
		},
	],
});
