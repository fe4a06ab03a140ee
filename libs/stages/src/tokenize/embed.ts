import {defineStage, float32, list, MillraceError, utf8, type Quarantine} from '@millrace/core';
import type {EmbeddingBackend} from '@millrace/text';
import {z} from 'zod';
import {isBackend} from '../augment/shape/augment-definition.ts';
import {embedTexts} from '../embed-texts.ts';

/**
 * Adds the vector of the text by an embedding backend, such as `transformersEmbeddings` or `openaiEmbeddings`; an empty one for a
 * blank text. For `embeddingDedup` and the like. A row whose text the backend refuses is quarantined, and so are the rows of a
 * batch for which it fails for a time.
 */
export const embed = defineStage({
	name: 'embed',
	summary: 'Adds a vector of the text, which says what it means, by an embedding backend.',
	source: 'Reimers and Gurevych 2019, "Sentence-BERT"',
	needs: {text: utf8},
	adds: {embedding: list(float32)},
	options: {
		backend: z
			.custom<EmbeddingBackend>(
				isBackend,
				'expected an embedding backend, such as transformersEmbeddings({...})',
			)
			.meta({title: 'backend', description: 'the model'}),
		batchRows: z
			.int()
			.min(1)
			.default(256)
			.describe('rows that the backend is asked about at once; it changes no vector'),
	},
	closesOver: 'options',
	queue: ({backend: {concurrency}, batchRows}) => ({batchRows, concurrency: Math.max(2, concurrency)}),
	async batch({length, columns}, {options: {backend}}) {
		const texts = Array.from({length}, (_, row) => columns.text[row] ?? '');
		const results = await embedEach(backend, texts);
		const source: number[] = [];
		const embedding: (readonly number[])[] = [];
		const quarantines: Quarantine[] = [];
		for (const [row, result] of results.entries()) {
			if (result instanceof Error) quarantines.push({row, error: result.message});
			else {
				source.push(row);
				embedding.push(result);
			}
		}
		return {length: source.length, columns: {embedding}, source: Int32Array.from(source), quarantines};
	},
});

/** A vector for each text, or why there is none. */
async function embedEach(
	backend: EmbeddingBackend,
	texts: readonly string[],
): Promise<(readonly number[] | Error)[]> {
	try {
		const vectors = await embedTexts(backend, texts);
		return texts.map((text) => vectors.get(text) ?? []);
	} catch (error) {
		if (!(error instanceof Error)) throw error;
		if (error instanceof MillraceError) {
			if (error.code === 'temporary') return texts.map(() => error);
			throw error;
		}
		const [text] = texts;
		if (text === undefined || new Set(texts).size === 1) return texts.map(() => error);
		// One text that is refused must not take the others along.
		return (await Promise.all(texts.map(async (one) => embedEach(backend, [one])))).flat();
	}
}
