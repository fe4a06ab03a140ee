/** Finds the lines of `bytes` from `from` to `to` in plain TypeScript: what the kernel has to give, slowly. */
export function lineOffsetsTwin(bytes: Uint8Array, from: number, to: number): Int32Array<ArrayBuffer> {
	const offsets = [from];
	for (let at = from; at < to; at++) {
		if (bytes[at] === 10 || at === to - 1) offsets.push(at + 1);
	}
	return Int32Array.from(offsets);
}
