import {defineStage, int32, utf8} from '@millrace/core';
import {z} from 'zod';
import {tokenizerOption} from '../tokenizer-option.ts';

/** Adds how many tokens the text has in the vocabulary of a base model, and drops rows outside the bounds. */
export const tokenCount = defineStage({
	name: 'token-count',
	summary:
		'Adds the number of tokens of the text by the tokenizer.json of a base model, and drops rows outside bounds.',
	source: 'The models of Hugging Face `tokenizers`, equal to its ids.',
	needs: {text: utf8},
	adds: {token_count: int32},
	options: {
		tokenizer: tokenizerOption,
		min: z.int().min(0).default(0).describe('shorter texts are dropped as `too-few-tokens`'),
		max: z
			.int()
			.min(0)
			.nullable()
			.default(null)
			.describe('longer texts are dropped as `too-many-tokens`; null sets no bound'),
	},
	closesOver: 'options',
	queue: () => ({concurrency: 2, batchRows: 256}),
	async batch({length, columns}, {options: {tokenizer}}) {
		const texts = Array.from({length}, (_, row) => columns.text[row] ?? '');
		const loaded = await tokenizer.load();
		const counts = (await loaded.encode(texts, {specialsInText: 'text'})).map((ids) => ids.length);
		return {length, columns: {token_count: counts}};
	},
	rules: [
		{reason: 'too-few-tokens', score: ({token_count: tokens}) => tokens, dropIf: '<', threshold: 'min'},
		{reason: 'too-many-tokens', score: ({token_count: tokens}) => tokens, dropIf: '>', threshold: 'max'},
	],
});
