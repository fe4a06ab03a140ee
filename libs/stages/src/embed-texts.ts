import {MillraceError} from '@millrace/core';
import type {EmbeddingBackend} from '@millrace/text';

/**
 * The vectors of texts, by text; each text is asked for once, in one call, sorted, so that a backend that batches does not
 * see their order. A count of vectors that is not that of the texts, or lengths that differ, is a MillraceError `accounts`.
 */
export async function embedTexts(
	backend: EmbeddingBackend,
	texts: readonly string[],
): Promise<ReadonlyMap<string, readonly number[]>> {
	const distinct = [...new Set(texts)].sort();
	if (distinct.length === 0) return new Map();
	const {vectors} = await backend.call({texts: distinct}, {});
	if (vectors.length !== distinct.length)
		throw new MillraceError(
			'accounts',
			`backend ${backend.name}: expected vectors of ${distinct.length} texts, found ${vectors.length}; mend the backend.`,
		);
	const lengths = new Set(vectors.map(({length}) => length).filter((length) => length > 0));
	if (lengths.size > 1)
		throw new MillraceError(
			'accounts',
			`backend ${backend.name}: expected vectors of one length, found ${[...lengths].sort((a, b) => a - b).join(', ')}; mend the backend.`,
		);
	return new Map(distinct.map((text, index) => [text, vectors[index] ?? []]));
}
