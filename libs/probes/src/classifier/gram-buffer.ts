/** Rows of bytes in Arrow's layout, each behind a byte that tells its kind. */
export interface GramBuffer {
	readonly clear: () => void;
	readonly bytes: () => number;
	readonly count: () => number;
	readonly add: (kind: number, from: Uint8Array, start: number, end: number) => void;
	/** Views that the next `add` may overwrite. */
	readonly batch: () => {readonly bytes: Uint8Array; readonly offsets: Int32Array};
}

/** Makes a buffer that grows when it is full. */
export function gramBuffer(capacity: number): GramBuffer {
	let bytes = new Uint8Array(capacity);
	let offsets = new Int32Array(1 << 10);
	let used = 0;
	let count = 0;
	return {
		clear() {
			used = 0;
			count = 0;
		},
		bytes: () => used,
		count: () => count,
		add(kind, from, start, end) {
			const size = end - start + 1;
			if (used + size > bytes.length) bytes = larger(bytes, new Uint8Array((used + size) * 2));
			if (count + 1 >= offsets.length) offsets = larger(offsets, new Int32Array(offsets.length * 2));
			bytes[used++] = kind;
			for (let at = start; at < end; at++) bytes[used++] = from[at] ?? 0;
			offsets[++count] = used;
		},
		batch: () => ({bytes: bytes.subarray(0, used), offsets: offsets.subarray(0, count + 1)}),
	};
}

function larger<T extends Uint8Array | Int32Array>(from: T, to: T): T {
	to.set(from);
	return to;
}
