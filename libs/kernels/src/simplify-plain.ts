import {kernel} from './kernel.ts';

/**
 * Simplifies UTF-8 text of ASCII and common marks for comparing, in WebAssembly: what `simplifyText` of
 * `@millrace/text` makes of it. Null for a text with other characters, or longer than the window.
 */
export function simplifyPlain(bytes: Uint8Array): Uint8Array | null {
	const {wasm, input, output} = kernel();
	if (bytes.length > input.length) return null;
	input.set(bytes);
	const length = wasm.simplify(bytes.length);
	return length < 0 ? null : output.slice(0, length);
}
