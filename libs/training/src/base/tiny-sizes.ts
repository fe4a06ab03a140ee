import type {TinyBase} from '../recipe/tiny-base.ts';
import type {BaseSizes} from './base-folder.ts';

/** The sizes of a tiny base, which follow from its declaration: a Llama with tied embeddings, as the runner makes it. */
export function tinySizes(
	{layers, hidden, heads, vocabulary, context}: TinyBase,
	positions: number,
): BaseSizes {
	const inner = Math.ceil((hidden * 8) / 24) * 8;
	const layer = 4 * hidden * hidden + 3 * hidden * inner + 2 * hidden;
	return {
		parameters: vocabulary * hidden + layers * layer + hidden,
		layers,
		hidden,
		heads,
		vocabulary,
		positions: context ?? positions,
	};
}
