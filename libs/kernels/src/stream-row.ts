import {kernel} from './kernel.ts';

/** Calls `fold` with each window of whole 32-byte stripes; returns the length of the rest, fewer than 32 bytes, which it leaves in the window. */
export function streamRow(bytes: Uint8Array, fold: (length: number) => void): number {
	const {input} = kernel();
	const striped = bytes.length - (bytes.length % 32);
	for (let from = 0; from < striped; from += input.length) {
		const window = bytes.subarray(from, Math.min(striped, from + input.length));
		input.set(window);
		fold(window.length);
	}
	input.set(bytes.subarray(striped));
	return bytes.length - striped;
}
