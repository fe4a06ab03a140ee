/**
 * The places of a batch's rows for a barrier that must count all rows before it judges any: each row has a key of
 * phase 0, which is read first and counted, and one of phase 1, on which its verdict is given. `phase` is the first key.
 */
export function twice(rows: Int32Array): {readonly source: Int32Array; readonly phase: Int32Array} {
	return {
		source: Int32Array.from({length: rows.length * 2}, (_, index) => rows[index >> 1] ?? 0),
		phase: Int32Array.from({length: rows.length * 2}, (_, index) => index & 1),
	};
}

/** All rows of a batch, by their places. */
export const allRows = (length: number): Int32Array => Int32Array.from({length}, (_, row) => row);
