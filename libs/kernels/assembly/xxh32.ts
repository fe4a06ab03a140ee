// XXH32 as published: https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md

const Q1: u32 = 0x9e3779b1;
const Q2: u32 = 0x85ebca77;
const Q3: u32 = 0xc2b2ae3d;
const Q4: u32 = 0x27d4eb2f;
const Q5: u32 = 0x165667b1;

/** Hashes the bytes from `from` to `end` under seed 0. */
export function xxh32(from: usize, end: usize): u32 {
	let at = from;
	let hash = Q5;
	if (end - from >= 16) {
		let v1: u32 = Q1 + Q2;
		let v2: u32 = Q2;
		let v3: u32 = 0;
		let v4: u32 = 0 - Q1;
		do {
			v1 = round(v1, load<u32>(at));
			v2 = round(v2, load<u32>(at, 4));
			v3 = round(v3, load<u32>(at, 8));
			v4 = round(v4, load<u32>(at, 12));
			at += 16;
		} while (at + 16 <= end);
		hash = rotl<u32>(v1, 1) + rotl<u32>(v2, 7) + rotl<u32>(v3, 12) + rotl<u32>(v4, 18);
	}
	hash += <u32>(end - from);
	for (; at + 4 <= end; at += 4) hash = rotl<u32>(hash + load<u32>(at) * Q3, 17) * Q4;
	for (; at < end; at++) hash = rotl<u32>(hash + <u32>load<u8>(at) * Q5, 11) * Q1;
	hash = (hash ^ (hash >> 15)) * Q2;
	hash = (hash ^ (hash >> 13)) * Q3;
	return hash ^ (hash >> 16);
}

function round(lane: u32, word: u32): u32 {
	return rotl<u32>(lane + word * Q2, 13) * Q1;
}
