import {output} from './memory';

/** Most permutations at once. */
export const mostHashes: i32 = 4096;

/** Multipliers and summands of the permutations, turned round by the façade: -a and -b - 1. */
export const multipliers: usize = memory.data(mostHashes << 3, 16);
export const summands: usize = memory.data(mostHashes << 3, 16);

/** The minima so far, P - 1 - minimum each, so that they begin as zeros. */
export const minima: usize = memory.data(mostHashes << 3, 16);

// 2^61 - 1, a Mersenne prime.
const P: u64 = 0x1fffffffffffffff;

/**
 * Folds `count` shingles of the output into the minima of (x * a + b mod 2^64) mod P. With n = x * -a - b - 1, which is
 * all bits of x * a + b turned round, P - 1 - that value is (n & P) + (n >> 61) - 8, where it did not reach P; where it
 * did, the difference wraps and is above all others too, so that one comparison finds both.
 */
export function minhash(count: i32, hashes: i32): void {
	const end = output + ((<usize>count) << 3);
	const last = (<usize>hashes) << 3;
	let at: usize = 0;
	for (; at + 32 <= last; at += 32) {
		const a1 = load<u64>(multipliers + at);
		const a2 = load<u64>(multipliers + at, 8);
		const a3 = load<u64>(multipliers + at, 16);
		const a4 = load<u64>(multipliers + at, 24);
		const b1 = load<u64>(summands + at);
		const b2 = load<u64>(summands + at, 8);
		const b3 = load<u64>(summands + at, 16);
		const b4 = load<u64>(summands + at, 24);
		let m1 = load<u64>(minima + at);
		let m2 = load<u64>(minima + at, 8);
		let m3 = load<u64>(minima + at, 16);
		let m4 = load<u64>(minima + at, 24);
		for (let from = output; from < end; from += 8) {
			const x = load<u64>(from);
			const r1 = folded(x * a1 + b1);
			if (r1 > m1) m1 = exact(r1, m1);
			const r2 = folded(x * a2 + b2);
			if (r2 > m2) m2 = exact(r2, m2);
			const r3 = folded(x * a3 + b3);
			if (r3 > m3) m3 = exact(r3, m3);
			const r4 = folded(x * a4 + b4);
			if (r4 > m4) m4 = exact(r4, m4);
		}
		store<u64>(minima + at, m1);
		store<u64>(minima + at, m2, 8);
		store<u64>(minima + at, m3, 16);
		store<u64>(minima + at, m4, 24);
	}
	for (; at < last; at += 8) {
		const a = load<u64>(multipliers + at);
		const b = load<u64>(summands + at);
		let m = load<u64>(minima + at);
		for (let from = output; from < end; from += 8) {
			const r = folded(load<u64>(from) * a + b);
			if (r > m) m = exact(r, m);
		}
		store<u64>(minima + at, m);
	}
}

/** The same with values cut to their low 32 bits before the minimum: 2^32 - 1 - minimum each. */
export function minhash32(count: i32, hashes: i32): void {
	const end = output + ((<usize>count) << 3);
	for (let at: usize = 0; at < (<usize>hashes) << 3; at += 8) {
		const a = load<u64>(multipliers + at);
		const b = load<u64>(summands + at);
		let m = load<u64>(minima + at);
		for (let from = output; from < end; from += 8) {
			const r = folded(load<u64>(from) * a + b);
			// P - 1 ends in 32 bits 11...10, so that the value's low bits are those of ~(r + 1).
			const low = ~(<u32>(r > P ? r + P : r) + 1);
			m = max<u64>(m, <u64>~low);
		}
		store<u64>(minima + at, m);
	}
}

function folded(n: u64): u64 {
	return (n & P) + (n >> 61) - 8;
}

function exact(r: u64, m: u64): u64 {
	return max<u64>(m, r > P ? r + P : r);
}
