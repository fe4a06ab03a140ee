import {defineStage} from '@millrace/core';
import {z} from 'zod';
import {finewebColumn} from './fineweb-scores.ts';
import {bound, datatrove} from './quality/quality-option.ts';

/**
 * Drops rows by FineWeb's quality rules over the column `fineweb` of `finewebScores`, in the order and with the reasons
 * of datatrove 0.10, whose bound on repeated characters is 0.01. `excludeZero` spares texts without any such line end.
 */
export const fineweb = defineStage({
	name: 'fineweb',
	summary: "Drops rows by FineWeb's quality rules, as datatrove 0.10 has them.",
	source: 'Penedo et al. 2024, The FineWeb Datasets; datatrove 0.10, FineWebQualityFilter.',
	needs: {fineweb: finewebColumn},
	options: {
		dialect: datatrove,
		minLines: bound(1, 'fewest lines with more than whitespace'),
		minTerminalLines: bound(0.12, 'least share of lines that end in terminal punctuation'),
		excludeZero: z
			.boolean()
			.default(false)
			.describe('whether texts none of whose lines ends in terminal punctuation pass `minTerminalLines`'),
		maxShortLines: bound(0.67, 'greatest share of short lines'),
		maxDuplicateChars: bound(0.01, 'greatest share of characters in repeated lines'),
		maxNewlines: bound(0.3, 'most newlines for each word'),
	},
	closesOver: 'options',
	rules: [
		{reason: 'empty', score: ({fineweb}) => fineweb.lines, dropIf: '<', threshold: 'minLines'},
		{
			reason: 'line_punct_ratio',
			score: ({fineweb: {terminalLines}}, {excludeZero}) =>
				excludeZero && terminalLines === 0 ? null : terminalLines,
			dropIf: '<',
			threshold: 'minTerminalLines',
		},
		{
			reason: 'short_line_ratio',
			score: ({fineweb}) => fineweb.shortLines,
			dropIf: '>',
			threshold: 'maxShortLines',
		},
		{
			reason: 'char_dup_ratio',
			score: ({fineweb}) => fineweb.duplicateChars,
			dropIf: '>',
			threshold: 'maxDuplicateChars',
		},
		{reason: 'list_ratio', score: ({fineweb}) => fineweb.newlines, dropIf: '>', threshold: 'maxNewlines'},
	],
});
