import {binary, defineStage, int32, nullable, utf8} from '@millrace/core';
import {pdfText} from '@millrace/text';
import {z} from 'zod';

/**
 * Adds the text of a PDF, pages in order, with how many they are, and its title and author. A file that is encrypted,
 * damaged or beyond the bounds is quarantined with a sentence; one of pictures alone is dropped as `no-text`. Needs the
 * optional package `unpdf`. See `pdfText` of `@millrace/text`.
 */
export const pdfToText = defineStage({
	name: 'pdf-to-text',
	summary: 'Adds the text of a PDF, pages in order, with its title and author; needs the package `unpdf`.',
	needs: {body: binary},
	adds: {text: utf8, pages: int32, title: nullable(utf8), author: nullable(utf8)},
	options: {
		maxBytes: z
			.int()
			.positive()
			.default(64 << 20)
			.describe('a longer file is quarantined'),
		maxPages: z.int().positive().default(2000).describe('a file of more pages is quarantined'),
		maxItems: z.int().positive().default(2_000_000).describe('a file of more pieces of text is quarantined'),
	},
	queue: () => ({concurrency: 1, batchRows: 8}),
	async map({body}, {options}) {
		const found = await pdfText(body, options);
		return found.text === '' ? {drop: 'no-text', score: found.pages} : found;
	},
});
