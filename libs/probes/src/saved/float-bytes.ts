/** The bytes of 32-bit floats, little-endian on every machine. */
export function floatBytes(floats: Float32Array): Uint8Array {
	const bytes = new Uint8Array(floats.length * 4);
	const view = new DataView(bytes.buffer);
	for (const [index, value] of floats.entries()) view.setFloat32(index * 4, value, true);
	return bytes;
}

/** Reads what `floatBytes` wrote. */
export function floatsOf(bytes: Uint8Array): Float32Array {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	return Float32Array.from({length: Math.floor(bytes.length / 4)}, (_, index) =>
		view.getFloat32(index * 4, true),
	);
}
