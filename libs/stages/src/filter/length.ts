import {defineStage, int32, utf8} from '@millrace/core';
import {wordTokens} from '@millrace/text';
import {z} from 'zod';

/** Adds the length of the text and drops rows that are `too-short` or `too-long`, their length as the score. */
export const length = defineStage({
	name: 'length',
	summary: 'Adds the length of the text, in characters or words, and drops rows outside the bounds.',
	needs: {text: utf8},
	adds: {length: int32},
	options: {
		min: z.int().min(0).default(1).describe('shorter texts are dropped as `too-short`'),
		max: z
			.int()
			.min(0)
			.nullable()
			.default(null)
			.describe('longer texts are dropped as `too-long`; null sets no bound'),
		unit: z
			.enum(['characters', 'words'])
			.default('characters')
			.describe('characters are Unicode code points'),
	},
	map({text}, {options: {unit}}) {
		return {length: unit === 'words' ? wordTokens(text).length : codePoints(text)};
	},
	rules: [
		{reason: 'too-short', score: ({length: units}) => units, dropIf: '<', threshold: 'min'},
		{reason: 'too-long', score: ({length: units}) => units, dropIf: '>', threshold: 'max'},
	],
});

function codePoints(text: string): number {
	let count = text.length;
	if (ASTRAL.test(text)) for (const _ of text.matchAll(PAIRS)) count--;
	return count;
}

const ASTRAL = /[\ud800-\udbff]/;
const PAIRS = /[\ud800-\udbff][\udc00-\udfff]/g;
