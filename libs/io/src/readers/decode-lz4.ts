const magic = 0x184d2204;

/**
 * Decompresses LZ4 frames, one after the other; checksums are not checked. Throws a RangeError on bytes that are no
 * such frames, or that hold more than `maxBytes`. Source: the LZ4 frame and block formats, version 1.6.
 */
export function decodeLz4(bytes: Uint8Array, maxBytes: number): Uint8Array {
	const input = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let out: Buffer = Buffer.alloc(0);
	for (let at = 0; at < input.length;) {
		const flags = input.readUInt8(at + 4);
		if (input.readUInt32LE(at) !== magic || flags >> 6 !== 1)
			throw new RangeError(`LZ4: expected a frame at byte ${at}, found other bytes`);
		// Flags, block size, then the content's size and a dictionary's id where there are, and a checksum.
		at += 6 + ((flags & 8) !== 0 ? 8 : 0) + ((flags & 1) !== 0 ? 4 : 0) + 1;
		const frameAt = out.length;
		for (;;) {
			const header = input.readUInt32LE(at);
			at += 4;
			if (header === 0) break;
			const size = header & 0x7fffffff;
			const block = input.subarray(at, at + size);
			if (block.length < size) throw new RangeError('LZ4: a block ends with the bytes');
			out = header >>> 31 === 1 ? append(out, block, maxBytes) : decodeBlock(block, out, frameAt, maxBytes);
			at += size + ((flags & 16) !== 0 ? 4 : 0);
		}
		at += (flags & 4) !== 0 ? 4 : 0;
	}
	return out;
}

function append(out: Buffer, block: Uint8Array, maxBytes: number): Buffer {
	checkSize(out.length + block.length, maxBytes);
	return Buffer.concat([out, block]);
}

function decodeBlock(block: Buffer, before: Buffer, frameAt: number, maxBytes: number): Buffer {
	let out = Buffer.allocUnsafeSlow(before.length + block.length * 4 + 64);
	let used = before.copy(out);
	const need = (length: number): void => {
		checkSize(used + length, maxBytes);
		if (used + length <= out.length) return;
		const larger = Buffer.allocUnsafeSlow((used + length) * 2);
		out.copy(larger, 0, 0, used);
		out = larger;
	};
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
		need(literals);
		block.copy(out, used, at, at + literals);
		used += literals;
		at += literals;
		if (at >= block.length) break;
		const distance = block.readUInt16LE(at);
		at += 2;
		const length = long(token & 15) + 4;
		if (distance === 0 || used - distance < frameAt)
			throw new RangeError('LZ4: a match leads out of its frame');
		need(length);
		// A match may overlap what it makes, so it is copied in runs of at most its distance.
		for (let copied = 0; copied < length;) {
			const run = Math.min(length - copied, distance + copied);
			out.copyWithin(used + copied, used - distance, used - distance + run);
			copied += run;
		}
		used += length;
	}
	return out.subarray(0, used);
}

function checkSize(length: number, maxBytes: number): void {
	if (length > maxBytes) throw new RangeError(`LZ4: expected at most ${maxBytes} bytes, found more`);
}
