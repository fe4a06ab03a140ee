import {discountOf, type Discounts} from './discounts.ts';
import type {NgramLevel} from './ngram-level.ts';
import type {Unit} from './units-of-text.ts';

/** All that probabilities are made of. */
export interface NgramModel {
	readonly unit: Unit;
	/** The known units; the first has id `FIRST`. */
	readonly units: readonly string[];
	/** Adjusted counts of the units by id. */
	readonly unigrams: Int32Array;
	/** The n-grams of 2 units, of 3, and so on. */
	readonly levels: readonly NgramLevel[];
	/** For each length from 1. */
	readonly discounts: readonly Discounts[];
}

export const UNKNOWN = 0;
export const START = 1;
export const END = 2;
export const FIRST = 3;

/** Interpolated probabilities: of an n-gram, its own part; of a prefix, what it leaves to the shorter n-gram. */
export interface Weights {
	/** Probabilities of the units by id. */
	readonly unigrams: Float64Array;
	/** For each of the model's levels. */
	readonly own: readonly Float32Array[];
	/** For each of the model's levels, by prefix; 1 where nothing follows. */
	readonly rest: readonly Float32Array[];
}

/** Computes interpolated modified Kneser-Ney weights. The shortest n-grams are interpolated with an even distribution. */
export function weightsOf({unigrams, levels, discounts}: NgramModel): Weights {
	const [first = [0.5, 1, 1.5] as const] = discounts;
	let total = 0;
	let taken = 0;
	for (const count of unigrams) {
		total += count;
		taken += discountOf(first, count);
	}
	// The start is never predicted; the unknown unit and the end are.
	const even = 1 / (unigrams.length - 1);
	const rest = total === 0 ? 1 : taken / total;
	const even1 = Float64Array.from(unigrams, (count, id) =>
		id === START ? 0 : (total === 0 ? 0 : (count - discountOf(first, count)) / total) + rest * even,
	);
	const parts = levels.map((level, index) => levelWeights(level, discounts[index + 1] ?? first));
	return {unigrams: even1, own: parts.map(({own}) => own), rest: parts.map((part) => part.rest)};
}

function levelWeights(
	{starts, counts, pruned}: NgramLevel,
	discounts: Discounts,
): {readonly own: Float32Array; readonly rest: Float32Array} {
	const own = new Float32Array(counts.length);
	const rest = new Float32Array(starts.length - 1).fill(1);
	for (let prefix = 0; prefix + 1 < starts.length; prefix++) {
		const from = starts[prefix] ?? 0;
		const to = starts[prefix + 1] ?? 0;
		let taken = pruned?.[prefix] ?? 0;
		let total = taken;
		for (let at = from; at < to; at++) {
			total += counts[at] ?? 0;
			taken += discountOf(discounts, counts[at] ?? 0);
		}
		if (total === 0) continue;
		for (let at = from; at < to; at++) {
			const count = counts[at] ?? 0;
			own[at] = (count - discountOf(discounts, count)) / total;
		}
		rest[prefix] = taken / total;
	}
	return {own, rest};
}
