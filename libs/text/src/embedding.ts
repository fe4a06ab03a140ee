import type {Backend} from '@millrace/core';
import type {Usage} from './augment/augmenter.ts';

/** Texts to be embedded. */
export interface EmbedRequest {
	readonly texts: readonly string[];
}

/** A vector for each text. */
export interface EmbedResponse {
	/**
	 * In the order of the texts, as plain numbers, since call caches keep them as JSON; all of one length, but for blank texts,
	 * which have none.
	 */
	readonly vectors: readonly (readonly number[])[];
	readonly usage?: Usage;
}

/**
 * Turns texts into vectors whose cosine says how alike they are in meaning. The vector of a text does not depend on those
 * beside it.
 */
export type EmbeddingBackend = Backend<EmbedRequest, EmbedResponse>;
