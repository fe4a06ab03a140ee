const magic = 0x184d2204;

/**
 * Decompresses LZ4 frames, one after the other; checksums are not checked. Throws a RangeError on bytes that are no
 * such frames, or that hold more than `maxBytes`. Source: the LZ4 frame and block formats, version 1.6.
 */
export function decodeLz4(bytes: Uint8Array, maxBytes: number): Uint8Array {
	const input = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const out = growingBytes(input.length * 4, maxBytes);
	for (let at = 0; at < input.length;) {
		const flags = input.readUInt8(at + 4);
		if (input.readUInt32LE(at) !== magic || flags >> 6 !== 1)
			throw new RangeError(`LZ4: expected a frame at byte ${at}, found other bytes`);
		// Flags, block size, then the content's size and a dictionary's id where there are, and a checksum.
		at += 6 + ((flags & 8) !== 0 ? 8 : 0) + ((flags & 1) !== 0 ? 4 : 0) + 1;
		const frameAt = out.used;
		for (;;) {
			const header = input.readUInt32LE(at);
			at += 4;
			if (header === 0) break;
			const size = header & 0x7fffffff;
			const block = input.subarray(at, at + size);
			if (block.length < size) throw new RangeError('LZ4: a block ends with the bytes');
			if (header >>> 31 === 1) out.append(block);
			else decodeBlock(block, out, frameAt);
			at += size + ((flags & 16) !== 0 ? 4 : 0);
		}
		at += (flags & 4) !== 0 ? 4 : 0;
	}
	return out.written;
}

interface GrowingBytes {
	readonly used: number;
	readonly written: Uint8Array;
	append(bytes: Uint8Array): void;
	/** Appends bytes that lie `distance` before the end; they may overlap what they make. */
	repeat(distance: number, length: number): void;
}

function growingBytes(guess: number, maxBytes: number): GrowingBytes {
	let bytes = Buffer.allocUnsafeSlow(Math.min(guess, maxBytes));
	let used = 0;
	const need = (length: number): void => {
		if (used + length > maxBytes) throw new RangeError(`LZ4: expected at most ${maxBytes} bytes, found more`);
		if (used + length <= bytes.length) return;
		const larger = Buffer.allocUnsafeSlow(Math.min((used + length) * 2, maxBytes));
		bytes.copy(larger, 0, 0, used);
		bytes = larger;
	};
	return {
		get used() {
			return used;
		},
		get written() {
			return bytes.subarray(0, used);
		},
		append(more) {
			need(more.length);
			bytes.set(more, used);
			used += more.length;
		},
		repeat(distance, length) {
			need(length);
			// In runs of at most what is there already.
			for (let copied = 0; copied < length;) {
				const run = Math.min(length - copied, distance + copied);
				bytes.copyWithin(used + copied, used - distance, used - distance + run);
				copied += run;
			}
			used += length;
		},
	};
}

function decodeBlock(block: Buffer, out: GrowingBytes, frameAt: number): void {
	let at = 0;
	const long = (nibble: number): number => {
		let length = nibble;
		if (nibble === 15) {
			for (let byte = 255; byte === 255; length += byte) byte = block.readUInt8(at++);
		}
		return length;
	};
	while (at < block.length) {
		const token = block.readUInt8(at++);
		const literals = long(token >> 4);
		if (at + literals > block.length) throw new RangeError('LZ4: literals lead out of their block');
		out.append(block.subarray(at, at + literals));
		at += literals;
		if (at >= block.length) break;
		const distance = block.readUInt16LE(at);
		at += 2;
		const length = long(token & 15) + 4;
		if (distance === 0 || out.used - distance < frameAt)
			throw new RangeError('LZ4: a match leads out of its frame');
		out.repeat(distance, length);
	}
}
