/** Weights as 8-bit multiples of a scale a label; buckets without any weight are left out. */
export function quantizeWeights(
	weights: Float32Array,
	buckets: Int32Array,
	idf: Float32Array,
	classes: number,
): {
	readonly buckets: Int32Array;
	readonly idf: Float32Array;
	readonly weights: Int8Array;
	readonly scales: Float32Array;
} {
	const scales = new Float32Array(classes);
	for (const [at, weight] of weights.entries()) {
		scales[at % classes] = Math.max(scales[at % classes] ?? 0, Math.abs(weight) / STEPS);
	}
	const quantized = Int8Array.from(weights, (weight, at) => {
		const scale = scales[at % classes] ?? 0;
		return scale === 0 ? 0 : Math.round(weight / scale);
	});
	return {buckets, idf, weights: quantized, scales};
}

const STEPS = 127;
