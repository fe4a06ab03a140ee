const P1: u64 = 0x9e3779b185ebca87;
const P2: u64 = 0xc2b2ae3d27d4eb4f;

/** A hash of some bytes, whose high bits choose a slot; nothing outside this module sees it. */
export function hashOf(from: usize, length: u32): u64 {
	let hash = <u64>length * P1;
	let at = from;
	const end = from + length;
	for (; at + 8 <= end; at += 8) hash = rotl<u64>(hash ^ (load<u64>(at) * P2), 31) * P1;
	for (; at < end; at++) hash = rotl<u64>(hash ^ (<u64>load<u8>(at) * P2), 11) * P1;
	hash ^= hash >> 33;
	hash *= P2;
	return hash ^ (hash >> 29);
}
