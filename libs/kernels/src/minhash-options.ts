/** What decides a MinHash signature of words. */
export interface MinhashOptions {
	/** Words of a shingle (5). */
	readonly ngrams: number;
	/** Permutations, hence numbers of a signature (112). */
	readonly hashes: number;
	/** Draws the permutations: a whole number from 0 to 2^32 - 1. */
	readonly seed: number;
	readonly hash: 'xxhash' | 'sha1';
	/** Bits of the hash of a shingle and of the numbers of a signature. */
	readonly precision: 32 | 64;
}

/** Words in one stretch of bytes: word i from `starts[i]` to `starts[i + 1] - 1`, a space between and behind them. */
export interface JoinedWords {
	readonly bytes: Uint8Array;
	/** One more than there are words; none or one stand for no words. */
	readonly starts: Int32Array;
}

/** Most permutations of a signature. */
export const mostHashes = 4096;

/** Throws a RangeError unless the options are whole numbers within their bounds. */
export function checkMinhashOptions({ngrams, hashes, seed}: MinhashOptions): void {
	const faults = [
		whole(ngrams, 1, 1024) ? [] : [`ngrams from 1 to 1024, found ${ngrams}`],
		whole(hashes, 1, mostHashes) ? [] : [`hashes from 1 to ${mostHashes}, found ${hashes}`],
		whole(seed, 0, 0xffffffff) ? [] : [`a seed from 0 to 4294967295, found ${seed}`],
	].flat();
	if (faults.length > 0) throw new RangeError(`minhash: expected whole numbers, ${faults.join('; ')}.`);
}

const whole = (value: number, from: number, to: number): boolean =>
	Number.isInteger(value) && value >= from && value <= to;
