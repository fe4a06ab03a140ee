import type {Distribution} from './distribution.ts';

/** How far apart two distributions are, and how far sampling alone may put them. Plain JSON. */
export interface Effect {
	/** From 0, equal, to 1, nothing in common. */
	readonly size: number;
	/** What two samples of these sizes from one source exceed once in a hundred times. */
	readonly noise: number;
}

/** The largest difference of the shares below any length: Kolmogorov's and Smirnov's distance over the bins. */
export function lengthShift(before: Distribution, now: Distribution): Effect {
	const starts = [...new Set([...before.bins, ...now.bins].map(([start]) => start))].sort((a, b) => a - b);
	const [old, own] = [new Map(before.bins), new Map(now.bins)];
	let [size, oldBelow, ownBelow] = [0, 0, 0];
	for (const start of starts) {
		oldBelow += (old.get(start) ?? 0) / before.rows;
		ownBelow += (own.get(start) ?? 0) / now.rows;
		size = Math.max(size, Math.abs(oldBelow - ownBelow));
	}
	return {
		size: rounded(size),
		noise: rounded(Math.min(1, 1.628 * Math.sqrt(1 / before.rows + 1 / now.rows))),
	};
}

/** Jensen's and Shannon's distance of two sets of counts, with logarithms to the base of 2. */
export function mixShift(
	before: Readonly<Record<string, number>>,
	now: Readonly<Record<string, number>>,
): Effect {
	const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort();
	const [old, own] = [sharesOf(names, before), sharesOf(names, now)];
	let divergence = 0;
	for (let index = 0; index < names.length; index++) {
		const [p = 0, q = 0] = [old.shares[index], own.shares[index]];
		const middle = (p + q) / 2;
		if (p > 0) divergence += (p * Math.log2(p / middle)) / 2;
		if (q > 0) divergence += (q * Math.log2(q / middle)) / 2;
	}
	// The divergence of two samples is about chi squared with one degree less than there are values.
	const freedom = Math.max(1, names.length - 1);
	const quantile = freedom * (1 - 2 / (9 * freedom) + 2.326 * Math.sqrt(2 / (9 * freedom))) ** 3;
	const noise = (quantile / (8 * Math.LN2)) * (1 / Math.max(1, old.total) + 1 / Math.max(1, own.total));
	return {size: rounded(Math.sqrt(Math.max(0, divergence))), noise: rounded(Math.min(1, Math.sqrt(noise)))};
}

/** The population stability index of two sets of counts; half a row stands in for none. */
export function stabilityIndex(
	before: Readonly<Record<string, number>>,
	now: Readonly<Record<string, number>>,
): number {
	const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort();
	const [old, own] = [sharesOf(names, before, 0.5), sharesOf(names, now, 0.5)];
	return rounded(
		names.reduce((sum, _, index) => {
			const [p = 0, q = 0] = [old.shares[index], own.shares[index]];
			return sum + (q - p) * Math.log(q / p);
		}, 0),
	);
}

function sharesOf(names: readonly string[], counts: Readonly<Record<string, number>>, least = 0) {
	const values = names.map((name) => Math.max(least, counts[name] ?? 0));
	const total = values.reduce((sum, value) => sum + value, 0);
	return {total, shares: values.map((value) => (total === 0 ? 0 : value / total))};
}

/** Sums of many logarithms differ in their last digits between processors. */
const rounded = (value: number): number => Number(value.toFixed(6));
