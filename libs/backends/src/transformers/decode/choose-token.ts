import type {Random} from '@millrace/core';

/** The likeliest token; of equals the first. */
export function likeliest(scores: Float32Array): number {
	let best = 0;
	for (let token = 1; token < scores.length; token++)
		if ((scores[token] ?? -Infinity) > (scores[best] ?? -Infinity)) best = token;
	return best;
}

export interface DrawOptions {
	readonly temperature?: number | undefined;
	readonly topK?: number | undefined;
	readonly topP?: number | undefined;
}

/**
 * Draws a token by its probability: logits are divided by the temperature, then only the likeliest `topK` stay, then the
 * fewest likeliest whose probabilities reach `topP` (nucleus sampling, Holtzman 2020).
 */
export function drawToken(
	logits: Float32Array,
	{temperature = 1, topK, topP}: DrawOptions,
	random: Random,
): number {
	// The likeliest alone are put in order, which for a large vocabulary is most of the work.
	const least =
		topK !== undefined && topK < logits.length ? (logits.toSorted().at(-topK) ?? -Infinity) : -Infinity;
	const order: number[] = [];
	for (const [token, value] of logits.entries()) if (value >= least && value !== -Infinity) order.push(token);
	const logit = (token: number): number => (logits[token] ?? 0) / temperature;
	order.sort((a, b) => logit(b) - logit(a) || a - b);
	const kept = topK === undefined ? order : order.slice(0, topK);
	const highest = logit(kept[0] ?? 0);
	const weights = kept.map((token) => Math.exp(logit(token) - highest));
	const nucleus = topP === undefined ? weights.length : nucleusSize(weights, topP);
	const sum = weights.slice(0, nucleus).reduce((total, weight) => total + weight, 0);
	let left = random.float() * sum;
	for (let index = 0; index < nucleus; index++) {
		left -= weights[index] ?? 0;
		if (left < 0) return kept[index] ?? 0;
	}
	return kept[nucleus - 1] ?? 0;
}

/** How many of the falling weights it takes to reach a share of their sum. */
function nucleusSize(weights: readonly number[], share: number): number {
	const wanted = share * weights.reduce((total, weight) => total + weight, 0);
	let sum = 0;
	for (const [index, weight] of weights.entries()) {
		sum += weight;
		if (sum >= wanted) return index + 1;
	}
	return weights.length;
}
