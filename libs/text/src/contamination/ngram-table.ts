/** Finds where the n-grams of a long list of word ids stand. */
export interface NgramTable {
	/** The places at which the n words from `at` on in `words` stand in the list, at most `MOST_PLACES`, the last first. */
	places(words: Int32Array, at: number): readonly number[];
}

/** How many places of one n-gram are kept; more are boilerplate of the list itself. */
export const MOST_PLACES = 64;

/**
 * Makes the table of a list of ids, in which -1 parts what may not run over. Sixteen bytes a word; equal hashes are told
 * apart by the words themselves.
 */
export function ngramTable(list: Int32Array, n: number): NgramTable {
	let size = 16;
	while (size < list.length * 2) size *= 2;
	const heads = new Int32Array(size).fill(-1);
	const counts = new Uint8Array(size);
	const next = new Int32Array(list.length).fill(-1);

	const slotOf = (words: Int32Array, at: number): number => {
		let slot = hash(words, at, n) & (size - 1);
		for (
			let head = heads[slot] ?? -1;
			head >= 0 && !equal(list, head, words, at, n);
			head = heads[slot] ?? -1
		)
			slot = (slot + 1) & (size - 1);
		return slot;
	};

	let whole = 0;
	for (let end = 0; end < list.length; end++) {
		whole = (list[end] ?? -1) < 0 ? 0 : whole + 1;
		if (whole < n) continue;
		const at = end - n + 1;
		const slot = slotOf(list, at);
		const count = counts[slot] ?? 0;
		if (count >= MOST_PLACES) continue;
		next[at] = heads[slot] ?? -1;
		heads[slot] = at;
		counts[slot] = count + 1;
	}
	return {
		places(words, at) {
			const places: number[] = [];
			for (let place = heads[slotOf(words, at)] ?? -1; place >= 0; place = next[place] ?? -1)
				places.push(place);
			return places;
		},
	};
}

function hash(words: Int32Array, at: number, n: number): number {
	let mixed = 0x9e3779b9;
	for (let index = at; index < at + n; index++) {
		mixed = Math.imul(mixed ^ (words[index] ?? 0), 0x85ebca6b);
		mixed ^= mixed >>> 15;
	}
	return Math.imul(mixed, 0xc2b2ae35) >>> 0;
}

function equal(list: Int32Array, place: number, words: Int32Array, at: number, n: number): boolean {
	for (let index = 0; index < n; index++) if (list[place + index] !== words[at + index]) return false;
	return true;
}
