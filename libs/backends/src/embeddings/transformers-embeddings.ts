import {MillraceError, parseOptions} from '@millrace/core';
import type {EmbeddingBackend, EmbedRequest, EmbedResponse} from '@millrace/text';
import {z} from 'zod';
import {libraryVersions} from '../transformers/library-versions.ts';
import {lazyModel} from '../transformers/lazy-model.ts';
import {filesOf, modelShape} from '../transformers/model-options.ts';
import {openEncoder, type Encoder} from './open-encoder.ts';
import {packPieces} from './pack-pieces.ts';
import {finished, pool, poolings, weightedMean} from './pool.ts';

export type TransformersEmbeddingsOptions = z.input<z.ZodObject<typeof shape>>;

/**
 * Embeds texts by an encoder of the BERT family (MiniLM, MPNet, E5, BGE, GTE), by transformers.js, from a local folder or,
 * with `allowRemote`, the hub. Take `pooling` and `prefix` from the model's card. A text longer than the model takes is cut
 * into pieces, whose vectors are averaged by their tokens; nothing is cut off. Blank texts have no vector. A vector is the
 * same bytes whatever is beside it. Needs the optional package @huggingface/transformers. Source: Reimers and Gurevych 2019,
 * "Sentence-BERT".
 */
export function transformersEmbeddings(given: TransformersEmbeddingsOptions): EmbeddingBackend {
	const options = parseOptions(OWNER, shape, given);
	const {pooling, normalize, prefix, language, lines} = options;
	const files = filesOf(OWNER, options, ['model'], false);
	const model = lazyModel(async () => openEncoder(OWNER, files, options));
	const embedded = async (
		{encode, longest, session}: Encoder,
		{texts}: EmbedRequest,
		signal?: AbortSignal,
	): Promise<EmbedResponse> => {
		const ids = (piece: string): number[] => encode(prefix + piece);
		const least = ids('').length;
		if (least >= longest)
			throw new MillraceError(
				'usage',
				`${OWNER}: the prefix alone has ${least} of the ${longest} tokens that the model takes; shorten it.`,
			);
		const distinct = [...new Set(texts)];
		const pieces = distinct.flatMap((text) =>
			packPieces(text, {
				language,
				lines,
				fits: (piece) => ids(piece).length <= longest,
				longest: longest * TOKEN_CHARACTERS,
			})
				.filter((piece) => piece !== '')
				.map((piece) => ({text, ids: ids(piece)})),
		);
		const rows = pieces.map((piece) => piece.ids);
		const pooled = await session.run(
			rows,
			(hidden, row) => pool(hidden, rows[row]?.length ?? 1, pooling),
			signal,
		);
		const parts = Map.groupBy(
			pieces.map((piece, index) => ({
				...piece,
				vector: pooled[index] ?? new Float64Array(0),
				weight: piece.ids.length,
			})),
			({text}) => text,
		);
		return {
			vectors: texts.map((text) => finished(weightedMean(parts.get(text) ?? []), normalize)),
			usage: {
				requests: 1,
				inputTokens: rows.reduce((sum, row) => sum + row.length, 0),
				outputTokens: 0,
			},
		};
	};
	return {
		name: `transformers ${files.name}`,
		identity: {
			kind: 'embeddings',
			files: files.identity,
			settings: {dtype: options.dtype, threads: options.threads, longest: options.longest},
			pieces: {language, lines},
			vector: {pooling, normalize, prefix},
			versions: {...libraryVersions()},
		},
		concurrency: 1,
		call: async (request, {signal}) =>
			model.use(async (encoder) => embedded(encoder, request, signal), signal),
		close: model.close,
	};
}

const OWNER = 'transformersEmbeddings';

/** A piece has at least a token for so many characters, in any language. */
const TOKEN_CHARACTERS = 16;

const shape = {
	...modelShape,
	/** `mean` of all tokens, or that of the first, as the model was trained. */
	pooling: z.enum(poolings).default('mean').describe('Which tokens make the vector.'),
	/** Whether vectors have length 1. */
	normalize: z.boolean().default(true).describe('Whether vectors have length 1.'),
	/** What the model was trained to see before a text, such as `query: `. */
	prefix: z.string().default('').describe('What the model was trained to see before a text.'),
	/** Tokens above which a text is cut into pieces; never more than the model takes. */
	longest: z.int().min(8).default(512).describe('Tokens above which a text is cut into pieces.'),
	/** Of the texts, as ISO 639-1; decides where sentences of longer ones end. */
	language: z.string().min(2).default('en').describe('Decides where sentences of longer texts end.'),
};
