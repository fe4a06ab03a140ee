/** Where a line ends, without `\n` or `\r\n`. */
export function contentEnd(bytes: Uint8Array, start: number, next: number): number {
	let end = next;
	if (end > start && bytes[end - 1] === 10) {
		end--;
		if (end > start && bytes[end - 1] === 13) end--;
	}
	return end;
}
