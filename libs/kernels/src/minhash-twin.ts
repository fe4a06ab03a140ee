import {hash} from 'node:crypto';
import {hash32Twin} from './hash32-twin.ts';
import {hash64Twin} from './hash64-twin.ts';
import type {MinhashOptions} from './minhash-options.ts';
import {drawPermutations, mersennePrime} from './permutations.ts';

/**
 * The MinHash signature of words in plain TypeScript: what the kernel has to give, slowly. Null where there are fewer
 * words than a shingle has. Products wrap at 2^64 before the remainder, as those of numpy do.
 * Source: datatrove 0.10.0, `MinhashDedupSignature.get_signature`.
 */
export function minhashTwin(words: readonly string[], options: MinhashOptions): BigUint64Array | null {
	const shingles = shinglesTwin(words, options);
	if (shingles.length === 0) return null;
	const {multipliers, summands} = drawPermutations(options.hashes, options.seed);
	return BigUint64Array.from(multipliers, (multiplier, index) => {
		let least = mersennePrime;
		for (const shingle of shingles) {
			const wrapped = BigInt.asUintN(64, shingle * multiplier + (summands[index] ?? 0n));
			const value = BigInt.asUintN(options.precision, wrapped % mersennePrime);
			if (value < least) least = value;
		}
		return least;
	});
}

/** The hashes of all runs of `ngrams` words, joined by a space, in the order of the text. */
export function shinglesTwin(
	words: readonly string[],
	{ngrams, hash: kind, precision}: MinhashOptions,
): BigUint64Array {
	const count = Math.max(0, words.length - ngrams + 1);
	return BigUint64Array.from({length: count}, (_, first) =>
		shingleTwin(Buffer.from(words.slice(first, first + ngrams).join(' ')), kind, precision),
	);
}

/** The hash of one shingle. */
export function shingleTwin(
	bytes: Uint8Array,
	kind: MinhashOptions['hash'],
	precision: MinhashOptions['precision'],
): bigint {
	if (kind === 'xxhash') return precision === 64 ? hash64Twin(bytes) : BigInt(hash32Twin(bytes));
	return BigInt.asUintN(precision, hash('sha1', bytes, 'buffer').readBigUInt64LE());
}
