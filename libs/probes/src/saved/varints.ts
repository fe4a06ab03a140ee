/** Writes whole numbers from 0 to 2^32 - 1 in as few bytes as they need, seven bits a byte. */
export function varintsOf(numbers: Iterable<number>): Uint8Array {
	let bytes = new Uint8Array(1 << 12);
	let used = 0;
	for (const number of numbers) {
		if (used + 5 > bytes.length) bytes = larger(bytes);
		let rest = number >>> 0;
		while (rest >= 0x80) {
			bytes[used++] = (rest & 0x7f) | 0x80;
			rest >>>= 7;
		}
		bytes[used++] = rest;
	}
	return bytes.subarray(0, used);
}

/** Reads what `varintsOf` wrote; null where the bytes end within a number or a number is too large. */
export function numbersOf(bytes: Uint8Array): Uint32Array | null {
	let count = 0;
	for (const byte of bytes) if (byte < 0x80) count++;
	const numbers = new Uint32Array(count);
	let index = 0;
	let number = 0;
	let scale = 1;
	for (const byte of bytes) {
		number += (byte & 0x7f) * scale;
		if (number > 0xffffffff) return null;
		if (byte < 0x80) {
			numbers[index++] = number;
			number = 0;
			scale = 1;
		} else scale *= 128;
	}
	return scale === 1 ? numbers : null;
}

function larger(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
	const twice = new Uint8Array(bytes.length * 2);
	twice.set(bytes);
	return twice;
}
