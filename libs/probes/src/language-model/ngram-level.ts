/** The n-grams of one length, sorted by prefix, then last unit; the prefix is an index into the level before. */
export interface NgramLevel {
	/** Where the n-grams of each prefix begin; one more than there are prefixes. */
	readonly starts: Int32Array;
	readonly units: Int32Array;
	/** Adjusted counts: occurrences in the longest level and at the start of texts, else distinct units to the left. */
	readonly counts: Int32Array;
	/** Adjusted counts of each prefix that were pruned away; absent where nothing was. */
	readonly pruned?: Int32Array;
}

/** The index of an n-gram in its level, or -1. */
export function findNgram({starts, units}: NgramLevel, prefix: number, unit: number): number {
	let low = starts[prefix] ?? 0;
	let high = (starts[prefix + 1] ?? 0) - 1;
	while (low <= high) {
		const middle = (low + high) >>> 1;
		const found = units[middle] ?? 0;
		if (found === unit) return middle;
		if (found < unit) low = middle + 1;
		else high = middle - 1;
	}
	return -1;
}
