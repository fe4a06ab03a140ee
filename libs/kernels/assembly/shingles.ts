import {digest} from './hash64';
import {borders, input, output} from './memory';
import {sha1} from './sha1';
import {xxh32} from './xxh32';

/**
 * Hashes each run of `n` words of the window, a number of 64 bits each to the output; word i begins at border i, and a
 * byte stands between words and behind the last. `kind` is 0 for XXH64, 1 for XXH32, 2 for SHA-1, 3 for its first 32 bits.
 */
export function shingles(words: i32, n: i32, base: i32, kind: i32): void {
	const from = input - base;
	for (let first: i32 = 0; first + n <= words; first++) {
		const start = from + load<i32>(borders + ((<usize>first) << 2));
		const end = from + load<i32>(borders + ((<usize>(first + n)) << 2)) - 1;
		store<u64>(output + ((<usize>first) << 3), shingle(start, end, kind));
	}
}

function shingle(start: usize, end: usize, kind: i32): u64 {
	if (kind == 0) return digest(start, end, 0);
	if (kind == 1) return xxh32(start, end);
	const hash = sha1(start, end);
	return kind == 2 ? hash : hash & 0xffffffff;
}
