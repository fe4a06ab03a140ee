import type {GatheredExamples} from './gather-examples.ts';
import {columnIndex} from './linear-model.ts';
import type {SparseRows} from './sparse-rows.ts';

/** Turns counts to sublinear tf-idf rows of length 1, over the buckets that occur in enough rows, the most frequent first. */
export function weighRows(
	{counts, frequency, rows}: Pick<GatheredExamples, 'counts' | 'frequency' | 'rows'>,
	minRows: number,
	most: number,
): {readonly weighed: SparseRows; readonly buckets: Int32Array; readonly idf: Float32Array} {
	const enough: number[] = [];
	for (let bucket = 0; bucket < frequency.length; bucket++) {
		if ((frequency[bucket] ?? 0) >= minRows) enough.push(bucket);
	}
	if (enough.length > most) enough.sort((a, b) => (frequency[b] ?? 0) - (frequency[a] ?? 0) || a - b);
	const buckets = Int32Array.from(enough.slice(0, most)).sort();
	const idf = Float32Array.from(
		buckets,
		(bucket) => 1 + Math.log((1 + rows) / (1 + (frequency[bucket] ?? 0))),
	);
	const index = columnIndex(buckets, Math.round(Math.log2(frequency.length)));
	const starts = new Float64Array(rows + 1);
	const columns = new Int32Array(counts.columns.length);
	const values = new Float32Array(counts.columns.length);
	let used = 0;
	for (let row = 0; row < rows; row++) {
		const from = used;
		let square = 0;
		for (let at = counts.starts[row] ?? 0; at < (counts.starts[row + 1] ?? 0); at++) {
			const column = index[counts.columns[at] ?? 0] ?? -1;
			if (column < 0) continue;
			const value = (1 + Math.log(counts.values[at] ?? 1)) * (idf[column] ?? 0);
			square += value * value;
			columns[used] = column;
			values[used++] = value;
		}
		const norm = square > 0 ? 1 / Math.sqrt(square) : 0;
		for (let at = from; at < used; at++) values[at] = (values[at] ?? 0) * norm;
		starts[row + 1] = used;
	}
	return {
		weighed: {starts, columns: columns.subarray(0, used), values: values.subarray(0, used)},
		buckets,
		idf,
	};
}
