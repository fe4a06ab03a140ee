import {softmax} from './fit-softmax.ts';
import {textFeatures, type FeatureSettings} from './text-features.ts';

/** All that predictions are made of. */
export interface LinearModel {
	readonly labels: readonly string[];
	readonly settings: FeatureSettings;
	/** The buckets that bear weights, ascending. */
	readonly buckets: Int32Array;
	/** What a feature's value is multiplied by, for each of `buckets`. */
	readonly idf: Float32Array;
	/** `weights[index of bucket * labels + label]`; the last row is the intercept. */
	readonly weights: Int8Array;
	/** What the weights of a label are multiplied by. */
	readonly scales: Float32Array;
	readonly temperature: number;
}

/** Logits before the temperature, `labels.length` for each text. */
export function modelLogits(model: LinearModel): (texts: readonly string[]) => Float64Array {
	const {labels, settings, buckets, idf, weights, scales} = model;
	const classes = labels.length;
	const columns = columnIndex(buckets, settings.bits);
	const bias = buckets.length * classes;
	return (texts) => {
		const logits = new Float64Array(texts.length * classes);
		textFeatures(texts, settings, (row, features) => {
			const sums = logits.subarray(row * classes, (row + 1) * classes);
			let square = 0;
			eachCounted(features, (bucket, count) => {
				const column = columns[bucket] ?? -1;
				if (column < 0) return;
				const value = (1 + Math.log(count)) * (idf[column] ?? 0);
				square += value * value;
				const base = column * classes;
				for (let k = 0; k < classes; k++) sums[k] = (sums[k] ?? 0) + value * (weights[base + k] ?? 0);
			});
			const norm = square > 0 ? 1 / Math.sqrt(square) : 0;
			for (let k = 0; k < classes; k++) {
				sums[k] = ((sums[k] ?? 0) * norm + (weights[bias + k] ?? 0)) * (scales[k] ?? 0);
			}
		});
		return logits;
	};
}

/** The probabilities of logits at a temperature. */
export function probabilitiesOf(logits: Float64Array, temperature: number): Float64Array {
	const probabilities = logits.map((logit) => logit / temperature);
	softmax(probabilities);
	return probabilities;
}

/** For each bucket its place among those that bear weights, or -1. */
export function columnIndex(buckets: Int32Array, bits: number): Int32Array {
	const columns = new Int32Array(2 ** bits).fill(-1);
	for (const [index, bucket] of buckets.entries()) columns[bucket] = index;
	return columns;
}

/** Calls back for each distinct value of an ascending array, with how often it occurs. */
export function eachCounted(sorted: Uint32Array, each: (value: number, count: number) => void): void {
	for (let from = 0; from < sorted.length;) {
		const value = sorted[from] ?? 0;
		let to = from + 1;
		while (sorted[to] === value) to++;
		each(value, to - from);
		from = to;
	}
}
