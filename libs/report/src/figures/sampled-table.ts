/**
 * A table of 64-bit hashes in fixed room. While they fit it holds them all; after that it keeps every second, every
 * fourth and so on, chosen by the hash itself, so that what it tells of those that it holds stays exact and a sum over
 * them times `scale` estimates the sum over all. Source: Gibbons 2001, Distinct sampling.
 */
export interface SampledTable {
	/** How many hashes each that is held stands for: 1 as long as all fit. */
	readonly scale: number;
	readonly size: number;
	/** Counts a hash, sets a bit of its marks, and returns its count; 0 where it is not held. */
	add(high: number, low: number, bit: number): number;
	/** Sets a bit of a hash that is held. */
	mark(high: number, low: number, bit: number): void;
	/** The marks of a hash; undefined where it is not held. */
	marks(high: number, low: number): number | undefined;
	count(high: number, low: number): number;
	/** Calls with the count and the marks of every hash that is held. */
	each(visit: (count: number, marks: number) => void): void;
}

/** Makes an empty table that holds at most so many hashes, rounded up to a power of two, in 32 bytes each. */
export function sampledTable(most = 1 << 20): SampledTable {
	const limit = 2 ** Math.ceil(Math.log2(Math.max(4, most)));
	let cells = empty(Math.min(limit, 1 << 12) * 2);
	let [size, scale] = [0, 1];
	/** A bit for each of the first 22 bits of the hashes that were added: most that are only looked for end here. */
	const seen = new Uint8Array(1 << 19);
	const mayHold = (high: number): boolean => (((seen[high >>> 13] ?? 0) >>> ((high >>> 10) & 7)) & 1) === 1;

	/** The cell of a hash, or the free one where it belongs. */
	const find = (high: number, low: number): number => {
		const {counts, highs, lows} = cells;
		const wrap = counts.length - 1;
		let at = (high ^ (low >>> 7)) & wrap;
		while (counts[at] !== 0 && (highs[at] !== high || lows[at] !== low)) at = (at + 1) & wrap;
		return at;
	};
	const held = (low: number): boolean => (low & (scale - 1)) === 0;
	const rebuild = (capacity: number): void => {
		const {counts, marks, highs, lows} = cells;
		cells = empty(capacity);
		size = 0;
		for (let from = 0; from < counts.length; from++) {
			const [count = 0, high = 0, low = 0] = [counts[from], highs[from], lows[from]];
			if (count === 0 || !held(low)) continue;
			const at = find(high, low);
			cells.highs[at] = high;
			cells.lows[at] = low;
			cells.counts[at] = count;
			cells.marks[at] = marks[from] ?? 0;
			size++;
		}
	};
	const grow = (): void => {
		const {length} = cells.counts;
		if (size * 2 < length) return;
		if (length < limit * 2) {
			rebuild(length * 2);
			return;
		}
		do {
			scale *= 2;
			rebuild(length);
		} while (size * 2 >= length);
	};
	return {
		get scale() {
			return scale;
		},
		get size() {
			return size;
		},
		add(high, low, bit) {
			if (!held(low >>> 0)) return 0;
			let at = find(high >>> 0, low >>> 0);
			if (cells.counts[at] === 0) {
				grow();
				if (!held(low >>> 0)) return 0;
				at = find(high >>> 0, low >>> 0);
				cells.highs[at] = high;
				cells.lows[at] = low;
				size++;
			}
			seen[(high >>> 0) >>> 13] = (seen[(high >>> 0) >>> 13] ?? 0) | (1 << ((high >>> 10) & 7));
			cells.counts[at] = (cells.counts[at] ?? 0) + 1;
			cells.marks[at] = (cells.marks[at] ?? 0) | (1 << bit);
			return cells.counts[at] ?? 0;
		},
		mark(high, low, bit) {
			if (!mayHold(high) || !held(low >>> 0)) return;
			const at = find(high >>> 0, low >>> 0);
			if (cells.counts[at] !== 0) cells.marks[at] = (cells.marks[at] ?? 0) | (1 << bit);
		},
		marks(high, low) {
			if (!mayHold(high) || !held(low >>> 0)) return undefined;
			const at = find(high >>> 0, low >>> 0);
			return cells.counts[at] === 0 ? undefined : cells.marks[at];
		},
		count: (high, low) => (held(low >>> 0) ? (cells.counts[find(high >>> 0, low >>> 0)] ?? 0) : 0),
		each(visit) {
			for (let at = 0; at < cells.counts.length; at++) {
				const count = cells.counts[at] ?? 0;
				if (count > 0) visit(count, cells.marks[at] ?? 0);
			}
		},
	};
}

const empty = (capacity: number) => ({
	highs: new Uint32Array(capacity),
	lows: new Uint32Array(capacity),
	counts: new Uint32Array(capacity),
	marks: new Uint32Array(capacity),
});
