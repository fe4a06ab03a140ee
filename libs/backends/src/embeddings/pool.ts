/** How the vectors of tokens become one. */
export const poolings = ['mean', 'cls'] as const;
export type Pooling = (typeof poolings)[number];

/** One vector of the hidden states of a row: their mean, or the first one. */
export function pool(hidden: Float32Array, tokens: number, pooling: Pooling): Float64Array {
	const width = hidden.length / tokens;
	const vector = new Float64Array(width);
	const taken = pooling === 'cls' ? 1 : tokens;
	for (let at = 0; at < taken * width; at++)
		vector[at % width] = (vector[at % width] ?? 0) + (hidden[at] ?? 0);
	return vector.map((sum) => sum / taken);
}

/** The mean of vectors, each counting by its weight. */
export function weightedMean(
	parts: readonly {readonly vector: ArrayLike<number>; readonly weight: number}[],
): Float64Array {
	const sum = new Float64Array(parts[0]?.vector.length ?? 0);
	let total = 0;
	for (const {vector, weight} of parts) {
		total += weight;
		for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) + weight * (vector[at] ?? 0);
	}
	return sum.map((value) => value / total);
}

/** A vector as numbers of 32 bits, of length 1 where wanted; zeros stay. */
export function finished(vector: Float64Array, normalize: boolean): number[] {
	const length = normalize ? Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0)) : 1;
	return Array.from(vector, (value) => Math.fround(length === 0 ? value : value / length));
}
