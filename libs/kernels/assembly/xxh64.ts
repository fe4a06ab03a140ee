// The steps of XXH64 as published: https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md

export const P1: u64 = 0x9e3779b185ebca87;
export const P2: u64 = 0xc2b2ae3d27d4eb4f;
export const P3: u64 = 0x165667b19e3779f9;
export const P4: u64 = 0x85ebca77c2b2ae63;
export const P5: u64 = 0x27d4eb2f165667c5;

/** One word, before it meets a lane; the same for every seed. */
export function weigh(word: u64): u64 {
	return word * P2;
}

/** A weighed word into a lane. */
export function mix(lane: u64, weighed: u64): u64 {
	return rotl<u64>(lane + weighed, 31) * P1;
}

export function converge(v1: u64, v2: u64, v3: u64, v4: u64): u64 {
	const sum = rotl<u64>(v1, 1) + rotl<u64>(v2, 7) + rotl<u64>(v3, 12) + rotl<u64>(v4, 18);
	return merge(merge(merge(merge(sum, v1), v2), v3), v4);
}

/** What eight bytes of the tail contribute; the same for every seed. */
export function tail8(at: usize): u64 {
	return mix(0, weigh(load<u64>(at)));
}

export function tail4(at: usize): u64 {
	return <u64>load<u32>(at) * P1;
}

export function tail1(at: usize): u64 {
	return <u64>load<u8>(at) * P5;
}

export function add8(hash: u64, word: u64): u64 {
	return rotl<u64>(hash ^ word, 27) * P1 + P4;
}

export function add4(hash: u64, word: u64): u64 {
	return rotl<u64>(hash ^ word, 23) * P2 + P3;
}

export function add1(hash: u64, word: u64): u64 {
	return rotl<u64>(hash ^ word, 11) * P1;
}

export function avalanche(hash: u64): u64 {
	const half = (hash ^ (hash >> 33)) * P2;
	const whole = (half ^ (half >> 29)) * P3;
	return whole ^ (whole >> 32);
}

/** The last bytes, fewer than 32, into a hash that already holds the length. */
export function finish(start: u64, from: usize, end: usize): u64 {
	let hash = start;
	let at = from;
	for (; at + 8 <= end; at += 8) hash = add8(hash, tail8(at));
	if (at + 4 <= end) {
		hash = add4(hash, tail4(at));
		at += 4;
	}
	for (; at < end; at++) hash = add1(hash, tail1(at));
	return avalanche(hash);
}

function merge(hash: u64, lane: u64): u64 {
	return (hash ^ mix(0, weigh(lane))) * P1 + P4;
}
