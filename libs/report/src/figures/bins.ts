/** The largest length that is told apart from longer ones. */
export const longest = 2 ** 31 - 1;

/** The bin of a length: those below 8 have their own, above are eight to each power of two. Versions share the edges. */
export function binOf(length: number): number {
	if (length < 8) return length;
	const octave = 31 - Math.clz32(length);
	return octave * 8 + (length >>> (octave - 3)) - 24;
}

/** The smallest length of a bin. */
export function binStart(bin: number): number {
	if (bin < 8) return bin;
	return (8 + (bin % 8)) * 2 ** (Math.floor(bin / 8) - 1);
}
