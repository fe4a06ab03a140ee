/** Bytes that grow at their end. */
export interface Bytes {
	data: Uint8Array;
	length: number;
}

/** Makes empty bytes with room for `capacity`. */
export const emptyBytes = (capacity: number): Bytes => ({data: new Uint8Array(capacity), length: 0});

/** Makes room for `more` bytes at the end. */
export function reserve(bytes: Bytes, more: number): void {
	if (bytes.data.length - bytes.length >= more) return;
	const larger = new Uint8Array(Math.max(bytes.data.length * 2, bytes.length + more));
	larger.set(bytes.data.subarray(0, bytes.length));
	bytes.data = larger;
}

const encoder = new TextEncoder();

/** Appends text as UTF-8. */
export function appendText(bytes: Bytes, text: string): void {
	reserve(bytes, text.length * 3);
	bytes.length += encoder.encodeInto(text, bytes.data.subarray(bytes.length)).written;
}
