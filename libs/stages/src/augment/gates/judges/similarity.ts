import type {AnyRow} from '@millrace/core';
import type {EmbeddingBackend} from '@millrace/text';
import {embedTexts} from '../../../embed-texts.ts';
import type {Judge} from '../judge.ts';

/**
 * Judges how alike a variant and its original are in meaning: the cosine of their embeddings, null where one is empty. All
 * variants of a call go to the backend at once; an original is embedded once for all attempts at its row.
 */
export function similarity({backend}: {readonly backend: EmbeddingBackend}): Judge {
	// By row, not by text: what a call asks must not depend on which batches came before, or call caches would miss.
	const known = new WeakMap<AnyRow, readonly [original: string, vector: readonly number[]]>();
	return {
		identity: {name: 'similarity', backend: {name: backend.name, identity: backend.identity}},
		judge: async (candidates) => {
			const vectors = await embedTexts(
				backend,
				candidates.flatMap(({original, variant, row}) =>
					known.get(row)?.[0] === original ? [variant] : [original, variant],
				),
			);
			return candidates.map(({original, variant, row}) => {
				const before = known.get(row);
				const own = before?.[0] === original ? before[1] : (vectors.get(original) ?? []);
				known.set(row, [original, own]);
				return cosine(own, vectors.get(variant) ?? []);
			});
		},
	};
}

function cosine(a: readonly number[], b: readonly number[]): number | null {
	let [both, left, right] = [0, 0, 0];
	for (let at = 0; at < Math.max(a.length, b.length); at++) {
		const [x, y] = [a[at] ?? 0, b[at] ?? 0];
		both += x * y;
		left += x * x;
		right += y * y;
	}
	return left === 0 || right === 0 ? null : both / Math.sqrt(left * right);
}
