import {defineStage, int32, list, utf8} from '@millrace/core';
import {subwordIds} from '@millrace/text';
import {z} from 'zod';
import {tokenizerOption} from '../tokenizer-option.ts';

/** Adds the ids of the text in the vocabulary of a base model, and their number. */
export const subwordTokens = defineStage({
	name: 'subword-tokens',
	summary:
		'Adds the ids of the text by the tokenizer.json of a base model, exactly as Hugging Face tokenizers.',
	source:
		'Byte-pair encoding (Sennrich, Haddow and Birch 2016) and the other models of Hugging Face `tokenizers`, equal to its ids.',
	needs: {text: utf8},
	adds: {input_ids: list(int32), token_count: int32},
	options: {
		tokenizer: tokenizerOption,
		special: z
			.enum(['document', 'tokenizer', 'none'])
			.default('document')
			.describe(
				'`document`: one BOS where the base has one, the text, one EOS; `tokenizer`: what its post-processor adds; `none`: the text alone',
			),
		specialsInText: z
			.enum(['text', 'ids'])
			.default('text')
			.describe('whether `<s>` written in a text is plain text or the special token'),
	},
	closesOver: 'options',
	queue: () => ({concurrency: 2, batchRows: 256}),
	async batch({length, columns}, {options: {tokenizer, special, specialsInText}}) {
		const texts = Array.from({length}, (_, row) => columns.text[row] ?? '');
		const ids = await subwordIds(await tokenizer.load(), texts, {special, specialsInText});
		return {
			length,
			columns: {
				input_ids: ids.map((row) => Array.from(row)),
				token_count: Int32Array.from(ids, (row) => row.length),
			},
		};
	},
});
