import type {SparseRows} from './sparse-rows.ts';

/** The logits of some rows under unquantised weights, `classes` a row. */
export function rowLogits(
	{starts, columns, values}: SparseRows,
	chosen: Int32Array,
	weights: Float32Array,
	width: number,
	classes: number,
): Float64Array {
	const logits = new Float64Array(chosen.length * classes);
	for (const [index, row] of chosen.entries()) {
		const sums = logits.subarray(index * classes, (index + 1) * classes);
		for (let k = 0; k < classes; k++) sums[k] = weights[width * classes + k] ?? 0;
		for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) {
			const value = values[at] ?? 0;
			const base = (columns[at] ?? 0) * classes;
			for (let k = 0; k < classes; k++) sums[k] = (sums[k] ?? 0) + value * (weights[base + k] ?? 0);
		}
	}
	return logits;
}
