import {MillraceError, type Backend} from '@millrace/core';
import type {Judge} from '../judge.ts';

/** Turns texts into vectors whose cosine says how alike they are in meaning. */
export type EmbeddingBackend = Backend<
	{readonly texts: readonly string[]},
	{readonly vectors: readonly ArrayLike<number>[]}
>;

/** Judges how alike a variant and its original are in meaning: the cosine of their embeddings. */
export function similarity({backend}: {readonly backend: EmbeddingBackend}): Judge {
	return {
		identity: {name: 'similarity', backend: {name: backend.name, identity: backend.identity}},
		judge: async (candidates) => {
			// Sorted, so that a backend that batches does not see their order.
			const texts = [...new Set(candidates.flatMap(({original, variant}) => [original, variant]))].sort();
			if (texts.length === 0) return [];
			const {vectors} = await backend.call({texts}, {});
			if (vectors.length !== texts.length)
				throw new MillraceError(
					'accounts',
					`backend ${backend.name}: expected vectors of ${texts.length} texts, found ${vectors.length}; mend the backend.`,
				);
			const byText = new Map(texts.map((text, index) => [text, vectors[index] ?? []]));
			return candidates.map(({original, variant}) =>
				cosine(byText.get(original) ?? [], byText.get(variant) ?? []),
			);
		},
	};
}

function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number | null {
	let [both, left, right] = [0, 0, 0];
	for (let at = 0; at < a.length; at++) {
		const [x, y] = [a[at] ?? 0, b[at] ?? 0];
		both += x * y;
		left += x * x;
		right += y * y;
	}
	return left === 0 || right === 0 ? null : both / Math.sqrt(left * right);
}
