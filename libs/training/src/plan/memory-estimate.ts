import type {BaseSizes} from '../base/base-folder.ts';
import type {RecipeSettings} from '../recipe/recipe-shape.ts';

/** Bytes that a training run is likely to need on its device. An estimate: kernels and allocators differ. */
export interface MemoryEstimate {
	readonly weights: number;
	readonly gradients: number;
	readonly optimizer: number;
	/** Of one forward pass over `batch.sequences` full rows, logits included. */
	readonly activations: number;
	readonly total: number;
	/** Parameters that learn. */
	readonly trainable: number;
}

/**
 * Estimates memory from the sizes of a base: float32 weights, gradients and two AdamW moments for what learns, frozen
 * weights in 2 or 4 bytes, and activations of 34 values a token, layer and hidden unit (Korthikanti 2022, attention
 * recomputed), those of one layer alone with `recompute`.
 */
export function memoryEstimate(settings: RecipeSettings, sizes: BaseSizes, labels: number): MemoryEstimate {
	const {method, precision, batch, context, recompute, objective} = settings;
	const {parameters, layers = 1, hidden = 1, vocabulary = 1} = sizes;
	const trainable = method.name === 'full' ? parameters : adapterParameters(method, sizes) + labels * hidden;
	const half = precision === 'bfloat16' ? 2 : 4;
	const frozen = method.name === 'full' ? 0 : parameters;
	const tokens = batch.sequences * context;
	const kept = recompute ? 2 * layers + 34 : 34 * layers;
	// The runner makes logits of so many values at a time.
	const scored =
		objective === 'classification' ? batch.sequences * labels : Math.min(tokens * vocabulary, 2 ** 26);
	const estimate = {
		weights: trainable * 4 + frozen * half,
		gradients: trainable * 4,
		optimizer: trainable * 8,
		activations: (tokens * hidden * kept * half) / 2 + scored * 3 * 4,
	};
	return {...estimate, total: Object.values(estimate).reduce((sum, bytes) => sum + bytes, 0), trainable};
}

/** Two thin matrices beside each linear layer: of attention (4) and of the feed-forward part (3, about 8/3 wide). */
function adapterParameters(
	{rank, targets}: {readonly rank: number; readonly targets: 'all-linear' | readonly string[]},
	{layers = 1, hidden = 1}: BaseSizes,
): number {
	const all = 4 * 2 * hidden + 3 * (hidden + (8 / 3) * hidden);
	const one = all / 7;
	return Math.round(rank * layers * (targets === 'all-linear' ? all : one * targets.length));
}
