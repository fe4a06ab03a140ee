/** The n-grams of a list by number: which each place begins, and how often each occurs. */
export interface NgramCounts {
	readonly n: number;
	/** For each place at which an n-gram begins, its number; numbers follow first occurrences. */
	readonly grams: Int32Array;
	/** How often the n-gram of each number occurs. */
	readonly counts: Int32Array;
}

/** Numbers the n-grams of a list of items, which are numbers from 0 themselves, for each n from 1 to `most`; exact, in linear time. */
export function* ngramCounts(items: Int32Array, most: number): Generator<NgramCounts> {
	let grams = items;
	for (let n = 1; n <= most; n++) {
		const length = Math.max(0, items.length - n + 1);
		if (n > 1) grams = paired(grams, items.subarray(n - 1), length);
		yield {n, grams, counts: countsOf(grams)};
	}
}

/** Numbers the pairs of what stands at the same place of two lists. */
export function paired(one: Int32Array, other: Int32Array, length: number): Int32Array {
	const numbers = new Map<number, number>();
	const width = other.reduce((most, item) => Math.max(most, item), 0) + 1;
	const pairs = new Int32Array(length);
	for (let at = 0; at < length; at++) {
		const key = (one[at] ?? 0) * width + (other[at] ?? 0);
		let number = numbers.get(key);
		if (number === undefined) numbers.set(key, (number = numbers.size));
		pairs[at] = number;
	}
	return pairs;
}

/** How often each number occurs. */
export function countsOf(numbers: Int32Array): Int32Array {
	const counts = new Int32Array(numbers.reduce((most, number) => Math.max(most, number), -1) + 1);
	for (const number of numbers) counts[number] = (counts[number] ?? 0) + 1;
	return counts;
}

/** Numbers items by their first occurrence. */
export function numbered(items: readonly (string | number)[]): Int32Array {
	const numbers = new Map<string | number, number>();
	return Int32Array.from(items, (item) => {
		const known = numbers.get(item);
		if (known !== undefined) return known;
		numbers.set(item, numbers.size);
		return numbers.size - 1;
	});
}
