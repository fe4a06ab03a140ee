import type {BytesBatch} from './bytes-batch.ts';
import {checkBytesBatch} from './check-bytes-batch.ts';
import {kernel} from './kernel.ts';

interface Visitor {
	/** Rows `first` to `first + rows` lie in the window, their borders too; `base` is the offset of its first byte. */
	readonly window: (first: number, rows: number, base: number) => void;
	/** A row longer than the window; nothing of it was copied. */
	readonly long: (row: number, bytes: Uint8Array) => void;
}

/** Copies a batch into the kernels' memory, a window of whole rows at a time; throws where `checkBytesBatch` does. */
export function walkRows(batch: BytesBatch, {window, long}: Visitor): void {
	const {bytes, offsets} = batch;
	const {input, borders} = kernel();
	const rows = checkBytesBatch(batch);
	for (let first = 0; first < rows;) {
		const base = offsets[first] ?? 0;
		const most = Math.min(rows, first + borders.length - 1);
		const last = lastWithin(offsets, first, most, base + input.length);
		if (last === first) {
			long(first, bytes.subarray(base, offsets[first + 1]));
			first++;
		} else {
			input.set(bytes.subarray(base, offsets[last]));
			borders.set(offsets.subarray(first, last + 1));
			window(first, last - first, base);
			first = last;
		}
	}
}

/** The last index between `first` and `most` whose offset is at most `limit`, by bisection. */
function lastWithin(offsets: Int32Array, first: number, most: number, limit: number): number {
	let low = first;
	let high = most;
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if ((offsets[middle] ?? 0) <= limit) low = middle;
		else high = middle - 1;
	}
	return low;
}
