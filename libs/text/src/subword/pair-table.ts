/** Pairs of symbols with their counts and the words in which they stand, numbered in the order in which they were met. */
export interface PairTable {
	readonly size: number;
	left(pair: number): number;
	right(pair: number): number;
	count(pair: number): number;
	/** Adds to the count of a pair and returns its number. */
	add(left: number, right: number, count: number): number;
	/** Notes that a pair stands in a word; twice in a row counts once. */
	note(pair: number, word: number): void;
	/** The words noted for a pair, which forgets them. */
	take(pair: number): readonly number[];
}

/** An open hash of typed arrays: a Map keyed by pairs of numbers is several times slower. */
export function pairTable(): PairTable {
	let slots = new Int32Array(1 << 16).fill(-1);
	let lefts = new Int32Array(1 << 15);
	let rights = new Int32Array(1 << 15);
	let counts = new Float64Array(1 << 15);
	const words: (number[] | undefined)[] = [];
	let size = 0;

	const slotOf = (left: number, right: number): number => {
		const mask = slots.length - 1;
		let slot = (Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b)) >>> 0;
		slot = (slot ^ (slot >>> 15)) & mask;
		for (;;) {
			const pair = slots[slot] ?? -1;
			if (pair < 0 || (lefts[pair] === left && rights[pair] === right)) return slot;
			slot = (slot + 1) & mask;
		}
	};
	const grow = (): void => {
		lefts = widened(lefts, new Int32Array(size * 2));
		rights = widened(rights, new Int32Array(size * 2));
		counts = widened(counts, new Float64Array(size * 2));
		slots = new Int32Array(slots.length * 2).fill(-1);
		for (let pair = 0; pair < size; pair++) slots[slotOf(lefts[pair] ?? 0, rights[pair] ?? 0)] = pair;
	};
	return {
		get size() {
			return size;
		},
		left: (pair) => lefts[pair] ?? -1,
		right: (pair) => rights[pair] ?? -1,
		count: (pair) => counts[pair] ?? 0,
		add(left, right, count) {
			let slot = slotOf(left, right);
			let pair = slots[slot] ?? -1;
			if (pair < 0) {
				if (size === lefts.length) {
					grow();
					slot = slotOf(left, right);
				}
				pair = size++;
				slots[slot] = pair;
				lefts[pair] = left;
				rights[pair] = right;
			}
			counts[pair] = (counts[pair] ?? 0) + count;
			return pair;
		},
		note(pair, word) {
			const noted = (words[pair] ??= []);
			if (noted.at(-1) !== word) noted.push(word);
		},
		take(pair) {
			const noted = words[pair] ?? [];
			words[pair] = undefined;
			return noted;
		},
	};
}

function widened<A extends Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>>(from: A, to: A): A {
	to.set(from);
	return to;
}
