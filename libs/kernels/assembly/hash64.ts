import {borders, input, output} from './memory';
import {P1, P2, P5, converge, finish, mix, weigh} from './xxh64';

/** Hashes the window's rows, 8 bytes each to the output; `base` is the offset at which the window begins. */
export function hash64Rows(rows: i32, base: i32, seed: u64): void {
	let from = input + load<i32>(borders) - base;
	for (let row: usize = 0; row < <usize>rows; row++) {
		const end = input + load<i32>(borders + (row << 2), 4) - base;
		store<u64>(output + (row << 3), digest(from, end, seed));
		from = end;
	}
}

/** Hashes the window's first `length` bytes. */
export function hash64(length: i32, seed: u64): u64 {
	return digest(input, input + length, seed);
}

/** Hashes the bytes from `from` to `end`. */
export function digest(from: usize, end: usize, seed: u64): u64 {
	const length = <u64>(end - from);
	if (length < 32) return finish(seed + P5 + length, from, end);
	let at = from;
	let v1 = seed + P1 + P2;
	let v2 = seed + P2;
	let v3 = seed;
	let v4 = seed - P1;
	do {
		v1 = mix(v1, weigh(load<u64>(at)));
		v2 = mix(v2, weigh(load<u64>(at, 8)));
		v3 = mix(v3, weigh(load<u64>(at, 16)));
		v4 = mix(v4, weigh(load<u64>(at, 24)));
		at += 32;
	} while (at + 32 <= end);
	return finish(converge(v1, v2, v3, v4) + length, at, end);
}
