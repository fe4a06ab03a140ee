import {defineStage} from '@millrace/core';
import {repetitionColumn} from './gopher-repetition-scores.ts';
import {bound, datatrove} from './quality/quality-option.ts';

/**
 * Drops rows by Gopher's repetition rules over the column `repetition` of `gopherRepetitionScores`, in the order and
 * with the reasons of datatrove 0.10. In datatrove 0 switches a rule off too; here null does.
 */
export const gopherRepetition = defineStage({
	name: 'gopher-repetition',
	summary: "Drops rows by Gopher's repetition rules, as datatrove 0.10 has them.",
	source:
		'Rae et al. 2021, Scaling Language Models (Gopher), table A1; datatrove 0.10, GopherRepetitionFilter.',
	needs: {repetition: repetitionColumn},
	options: {
		dialect: datatrove,
		minChars: bound(1, 'fewest code points: with 1, empty texts are dropped'),
		maxDuplicateParagraphs: bound(0.3, 'greatest share of repeated paragraphs'),
		maxDuplicateParagraphChars: bound(0.2, 'greatest share of characters in repeated paragraphs'),
		maxDuplicateLines: bound(0.3, 'greatest share of repeated lines'),
		maxDuplicateLineChars: bound(0.2, 'greatest share of characters in repeated lines'),
		maxTop2: bound(0.2, 'greatest share of characters in the most frequent 2-gram'),
		maxTop3: bound(0.18, 'greatest share of characters in the most frequent 3-gram'),
		maxTop4: bound(0.16, 'greatest share of characters in the most frequent 4-gram'),
		maxDuplicate5: bound(0.15, 'greatest share of characters in repeated 5-grams'),
		maxDuplicate6: bound(0.14, 'greatest share of characters in repeated 6-grams'),
		maxDuplicate7: bound(0.13, 'greatest share of characters in repeated 7-grams'),
		maxDuplicate8: bound(0.12, 'greatest share of characters in repeated 8-grams'),
		maxDuplicate9: bound(0.11, 'greatest share of characters in repeated 9-grams'),
		maxDuplicate10: bound(0.1, 'greatest share of characters in repeated 10-grams'),
	},
	closesOver: 'options',
	rules: [
		{reason: 'empty', score: ({repetition}) => repetition.chars, dropIf: '<', threshold: 'minChars'},
		{
			reason: 'dup_para_frac',
			score: ({repetition}) => repetition.duplicateParagraphs,
			dropIf: '>',
			threshold: 'maxDuplicateParagraphs',
		},
		{
			reason: 'dup_para_char_frac',
			score: ({repetition}) => repetition.duplicateParagraphChars,
			dropIf: '>',
			threshold: 'maxDuplicateParagraphChars',
		},
		{
			reason: 'dup_line_frac',
			score: ({repetition}) => repetition.duplicateLines,
			dropIf: '>',
			threshold: 'maxDuplicateLines',
		},
		{
			reason: 'dup_line_char_frac',
			score: ({repetition}) => repetition.duplicateLineChars,
			dropIf: '>',
			threshold: 'maxDuplicateLineChars',
		},
		{reason: 'top_2_gram', score: ({repetition}) => repetition.top2, dropIf: '>', threshold: 'maxTop2'},
		{reason: 'top_3_gram', score: ({repetition}) => repetition.top3, dropIf: '>', threshold: 'maxTop3'},
		{reason: 'top_4_gram', score: ({repetition}) => repetition.top4, dropIf: '>', threshold: 'maxTop4'},
		{
			reason: 'duplicated_5_n_grams',
			score: ({repetition}) => repetition.duplicate5,
			dropIf: '>',
			threshold: 'maxDuplicate5',
		},
		{
			reason: 'duplicated_6_n_grams',
			score: ({repetition}) => repetition.duplicate6,
			dropIf: '>',
			threshold: 'maxDuplicate6',
		},
		{
			reason: 'duplicated_7_n_grams',
			score: ({repetition}) => repetition.duplicate7,
			dropIf: '>',
			threshold: 'maxDuplicate7',
		},
		{
			reason: 'duplicated_8_n_grams',
			score: ({repetition}) => repetition.duplicate8,
			dropIf: '>',
			threshold: 'maxDuplicate8',
		},
		{
			reason: 'duplicated_9_n_grams',
			score: ({repetition}) => repetition.duplicate9,
			dropIf: '>',
			threshold: 'maxDuplicate9',
		},
		{
			reason: 'duplicated_10_n_grams',
			score: ({repetition}) => repetition.duplicate10,
			dropIf: '>',
			threshold: 'maxDuplicate10',
		},
	],
});
