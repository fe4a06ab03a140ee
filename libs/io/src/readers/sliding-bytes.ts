/** The part of a stream that is still needed, addressed by offsets in the stream. */
export interface SlidingBytes {
	/** Offset of the first byte held. */
	readonly base: number;
	/** Offset after the last byte held. */
	readonly end: number;
	/** The bytes held; gone when more are added. */
	readonly held: Uint8Array;
	/** Appends a block, after letting go of what lies before `from`. */
	add(block: Uint8Array, from: number): void;
	at(offset: number): number | undefined;
	/** A view, gone when more are added. */
	slice(start: number, end: number): Uint8Array;
	/** The offset of a byte at or after `from`, or -1. */
	indexOf(byte: number, from: number): number;
}

export function slidingBytes(): SlidingBytes {
	let buffer = Buffer.alloc(0);
	let base = 0;
	let used = 0;
	return {
		get base() {
			return base;
		},
		get end() {
			return base + used;
		},
		get held() {
			return buffer.subarray(0, used);
		},
		add(block, from) {
			if (used + block.length > buffer.length) {
				const kept = base + used - from;
				const needed = kept + block.length;
				// Room to spare, so that bytes are moved about once; but none for the first block, which may be all.
				const next =
					needed * 2 > buffer.length
						? Buffer.allocUnsafeSlow(buffer.length === 0 ? needed : needed * 3)
						: buffer;
				buffer.copy(next, 0, from - base, used);
				buffer = next;
				base = from;
				used = kept;
			}
			buffer.set(block, used);
			used += block.length;
		},
		at: (offset) => (offset < base + used ? buffer[offset - base] : undefined),
		slice: (start, end) => buffer.subarray(start - base, end - base),
		indexOf(byte, from) {
			const found = from < base + used ? buffer.subarray(0, used).indexOf(byte, from - base) : -1;
			return found === -1 ? -1 : found + base;
		},
	};
}
