import {hash64} from './hash64.ts';
import {kernel} from './kernel.ts';
import {checkMinhashOptions, type JoinedWords, type MinhashOptions} from './minhash-options.ts';
import {shingleTwin} from './minhash-twin.ts';
import {drawPermutations, mersennePrime, type Permutations} from './permutations.ts';

/**
 * Makes MinHash signatures of words in WebAssembly, equal to `minhashTwin` of them; with the options of datatrove 0.10,
 * equal to its own. Throws a RangeError on options out of bounds.
 */
export function minhash(options: MinhashOptions): Minhash {
	checkMinhashOptions(options);
	const {hashes, precision} = options;
	const permutations = drawPermutations(hashes, options.seed);
	const top = precision === 64 ? mersennePrime - 1n : 0xffffffffn;
	return {
		signature(words) {
			if (words.starts.length - 1 < options.ngrams) return null;
			load(permutations);
			const {wasm, minima} = kernel();
			minima.fill(0n, 0, hashes);
			eachWindow(words, options, (count) => {
				if (precision === 64) wasm.minhash(count, hashes);
				else wasm.minhash32(count, hashes);
			});
			return minima.slice(0, hashes).map((found) => top - found);
		},
		shingles(words) {
			const found = new BigUint64Array(Math.max(0, words.starts.length - options.ngrams));
			const {numbers} = kernel();
			let at = 0;
			eachWindow(words, options, (count) => {
				found.set(numbers.subarray(0, count), at);
				at += count;
			});
			return found;
		},
	};
}

export interface Minhash {
	/** The least value of each permutation over the shingles; null where there are fewer words than a shingle has. */
	readonly signature: (words: JoinedWords) => BigUint64Array | null;
	/** The hashes of all shingles in the order of the text, as often as they occur. */
	readonly shingles: (words: JoinedWords) => BigUint64Array;
}

const kinds = {xxhash64: 0, xxhash32: 1, sha164: 2, sha132: 3} as const;

/** Hashes the shingles a window of whole words at a time; `found` is told how many stand in the output. */
function eachWindow(
	{bytes, starts}: JoinedWords,
	{ngrams, hash, precision}: MinhashOptions,
	found: (count: number) => void,
): void {
	const {wasm, input, borders, numbers} = kernel();
	const kind = kinds[`${hash}${precision}`];
	const words = starts.length - 1;
	for (let first = 0; first + ngrams <= words;) {
		const base = starts[first] ?? 0;
		const last = lastWord(starts, first, Math.min(words, first + borders.length - 1), base + input.length);
		if (last - first < ngrams) {
			const shingle = bytes.subarray(base, (starts[first + ngrams] ?? 0) - 1);
			numbers[0] =
				hash === 'xxhash' && precision === 64 ? hash64(shingle) : shingleTwin(shingle, hash, precision);
			found(1);
			first++;
			continue;
		}
		input.set(bytes.subarray(base, Math.min(bytes.length, starts[last] ?? 0)));
		borders.set(starts.subarray(first, last + 1));
		wasm.shingles(last - first, ngrams, base, kind);
		found(last - first - ngrams + 1);
		first = last - ngrams + 1;
	}
}

/** The last word border up to `most` that lies within a limit. */
function lastWord(starts: Int32Array, first: number, most: number, limit: number): number {
	let low = first;
	let high = most;
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if ((starts[middle] ?? 0) <= limit) low = middle;
		else high = middle - 1;
	}
	return low;
}

let loaded: Permutations | undefined;

/** Puts the permutations into the kernels' memory, turned round as `minhash.ts` there says. */
function load(permutations: Permutations): void {
	if (loaded === permutations) return;
	const {multipliers, summands} = kernel();
	multipliers.set(permutations.multipliers.map((value) => BigInt.asUintN(64, -value)));
	summands.set(permutations.summands.map((value) => BigInt.asUintN(64, -value - 1n)));
	loaded = permutations;
}
