/** Bytes that arrive in blocks and are taken in other lengths; holds no more than the block at hand. */
export interface ByteQueue {
	/** How many bytes were taken. */
	readonly taken: number;
	/** The next bytes, `length` at most and one at least; undefined at the end. */
	some(length: number): Promise<Uint8Array | undefined>;
	/** The next `length` bytes, fewer only at the end. Meant for headers. */
	exactly(length: number): Promise<Buffer>;
	/** Ends the source. */
	close(): Promise<void>;
}

export function byteQueue(blocks: AsyncIterable<Uint8Array>): ByteQueue {
	const source = blocks[Symbol.asyncIterator]();
	let block: Uint8Array = new Uint8Array(0);
	let taken = 0;
	const some = async (length: number): Promise<Uint8Array | undefined> => {
		while (block.length === 0) {
			const next = await source.next();
			if (next.done === true) return undefined;
			block = next.value;
		}
		const part = block.subarray(0, length);
		block = block.subarray(part.length);
		taken += part.length;
		return part;
	};
	return {
		get taken() {
			return taken;
		},
		some,
		async exactly(length) {
			const parts: Uint8Array[] = [];
			for (let missing = length; missing > 0;) {
				const part = await some(missing);
				if (!part) break;
				parts.push(part);
				missing -= part.length;
			}
			return Buffer.concat(parts);
		},
		async close() {
			await source.return?.();
		},
	};
}
