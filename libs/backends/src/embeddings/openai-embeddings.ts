import {parseOptions, type Json} from '@millrace/core';
import type {EmbeddingBackend} from '@millrace/text';
import {z} from 'zod';
import {callEndpoint} from '../call-endpoint.ts';
import {endpointShape, openEndpoint} from '../endpoint.ts';
import {readBody} from '../read-body.ts';
import {packPieces} from './pack-pieces.ts';
import {finished, weightedMean} from './pool.ts';
import {readEmbeddings} from './read-embeddings.ts';

export type OpenaiEmbeddingsOptions = z.input<z.ZodObject<typeof shape>>;

/**
 * Embeds texts by any endpoint that has OpenAI's `/embeddings`: vLLM, llama.cpp, Ollama, hosted ones. Texts go in batches of
 * `batchTexts`; queue, retries, errors and key are those of `openaiCompatible`. Vectors come as the endpoint gives
 * them. An answer with another count of vectors or with other `dimensions` than were asked for is an error. Blank texts are not
 * sent and have no vector. Give `longest` where the endpoint cuts long texts off without a word, as Ollama may.
 */
export function openaiEmbeddings(given: OpenaiEmbeddingsOptions): EmbeddingBackend {
	const options = parseOptions(OWNER, shape, given);
	const {model, concurrency, dimensions, prefix, longest, language, extra, batchTexts} = options;
	const endpoint = openEndpoint(OWNER, 'embeddings', options);
	const piecesOf = (text: string): string[] =>
		longest === undefined
			? [text].filter((whole) => whole.trim() !== '')
			: packPieces(text, {
					language,
					lines: 'end',
					fits: (piece) => piece.length + prefix.length <= longest,
					longest,
				}).filter((piece) => piece !== '');
	const ask = async (pieces: readonly string[], signal?: AbortSignal) =>
		endpoint.ask(
			JSON.stringify({
				...extra,
				model,
				input: pieces.map((piece) => prefix + piece),
				encoding_format: 'float',
				...(dimensions === undefined ? {} : {dimensions}),
			}),
			async (call) =>
				callEndpoint(call, async (response) =>
					readEmbeddings(await readBody(response), {name: call.name, count: pieces.length, dimensions}),
				),
			signal,
		);
	return {
		name: `openai-embeddings ${model}`,
		identity: {
			url: options.servedAs ?? endpoint.url,
			model,
			dimensions: dimensions ?? null,
			prefix,
			pieces: longest === undefined ? null : {longest, language},
			extra: z.json().parse(extra) satisfies Json,
		},
		concurrency,
		async call({texts}, {signal}) {
			signal?.throwIfAborted();
			const cut = new Map(texts.map((text) => [text, piecesOf(text)]));
			const pieces = [...new Set([...cut.values()].flat())];
			const batches = Array.from({length: Math.ceil(pieces.length / batchTexts)}, (_, part) =>
				pieces.slice(part * batchTexts, (part + 1) * batchTexts),
			);
			const answers = await Promise.all(batches.map(async (batch) => ask(batch, signal)));
			const found = answers.flatMap(({vectors}) => vectors);
			const vectorOf = new Map(pieces.map((piece, index) => [piece, found[index] ?? []]));
			const vectors = texts.map((text) => {
				const [first = '', ...more] = cut.get(text) ?? [];
				if (more.length === 0) return vectorOf.get(first) ?? [];
				const parts = [first, ...more].map((piece) => ({
					vector: vectorOf.get(piece) ?? [],
					weight: piece.length,
				}));
				return finished(weightedMean(parts), true);
			});
			const tokens = answers.map((answer) => answer.tokens).filter((count) => count !== undefined);
			const inputTokens = tokens.reduce((sum, count) => sum + count, 0);
			return {
				vectors,
				...(tokens.length < answers.length
					? {}
					: {usage: {requests: answers.length, inputTokens, outputTokens: 0}}),
			};
		},
		close: async () => endpoint.close(),
	};
}

const OWNER = 'openaiEmbeddings';

const shape = {
	...endpointShape,
	/** Numbers of each vector, where the model can give fewer than it has; an error where the endpoint does not. */
	dimensions: z.int().min(1).optional(),
	/** Texts of one request. */
	batchTexts: z.int().min(1).max(2048).default(32),
	/** What the model was trained to see before a text, such as `query: `. */
	prefix: z.string().default(''),
	/** Characters above which a text is cut into pieces, whose vectors are averaged by their lengths and given length 1. */
	longest: z.int().min(64).optional(),
	/** Of the texts, as ISO 639-1; decides where sentences of longer ones end. */
	language: z.string().min(2).default('en'),
};
