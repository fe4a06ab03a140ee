/** Rows of bytes in Arrow's layout: row i is `bytes` from `offsets[i]` to `offsets[i + 1]`, so n rows have n + 1 offsets. */
export interface BytesBatch {
	readonly bytes: Uint8Array;
	readonly offsets: Int32Array;
}
