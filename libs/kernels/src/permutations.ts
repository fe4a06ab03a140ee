import {mersenneTwister} from './mersenne-twister.ts';

/** The prime of the permutations, 2^61 - 1. */
export const mersennePrime = 2n ** 61n - 1n;

/** Parameters of `hashes` permutations `(x * a + b mod 2^64) mod (2^61 - 1)`. */
export interface Permutations {
	readonly multipliers: BigUint64Array;
	readonly summands: BigUint64Array;
}

/**
 * Draws the permutations that datatrove 0.10 draws for a seed: all a from 1 to P - 1, then all b from 0 to P - 1, each
 * 64 bits of numpy's `RandomState(seed)` cut to 61 and drawn again where they reach beyond.
 */
export function drawPermutations(hashes: number, seed: number): Permutations {
	const next = mersenneTwister(seed);
	const draw = (low: bigint): bigint => {
		for (;;) {
			const high = next();
			const value = ((BigInt(high) << 32n) | BigInt(next())) & mersennePrime;
			if (value < mersennePrime - low) return value + low;
		}
	};
	const multipliers = BigUint64Array.from({length: hashes}, () => draw(1n));
	return {multipliers, summands: BigUint64Array.from({length: hashes}, () => draw(0n))};
}
