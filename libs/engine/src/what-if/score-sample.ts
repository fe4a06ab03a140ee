/** Scores kept at most; of more, a random part that the ids choose. */
const most = 1 << 16;

/** A bounded sample of scores by the ids of their rows, which are hashes: the same whatever the order of the rows. */
export function scoreSample(bound = most): ScoreSample {
	let [limit, kept]: [number, {readonly at: number; readonly score: number}[]] = [2 ** 32, []];
	return {
		add(id, score) {
			const at = Number.parseInt(id.slice(0, 8), 16);
			if (at >= limit) return;
			kept.push({at, score});
			while (kept.length > bound && limit > 1) {
				limit /= 2;
				const [less, own] = [limit, kept];
				kept = own.filter((each) => each.at < less);
			}
		},
		sorted: () => Float64Array.from(kept, ({score}) => score).sort(),
	};
}

export interface ScoreSample {
	/** `id` begins with at least 8 hexadecimal digits. */
	add(id: string, score: number): void;
	/** The scores kept, ascending. */
	sorted(): Float64Array;
}

/** The score below which a share of sorted scores lies. */
export const quantile = (sorted: Float64Array, share: number): number =>
	sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;

/** How many sorted scores fall into each of so many equal bins between their 1st and 99th percentile; beyond go to the ends. */
export function histogramOf(sorted: Float64Array, bins: number): readonly number[] {
	const counts = new Array<number>(bins).fill(0);
	const [low, high] = [quantile(sorted, 0.01), quantile(sorted, 0.99)];
	for (const score of sorted) {
		const bin = high > low ? Math.floor(((score - low) / (high - low)) * bins) : 0;
		const at = Math.max(0, Math.min(bins - 1, bin));
		counts[at] = (counts[at] ?? 0) + 1;
	}
	return counts;
}
