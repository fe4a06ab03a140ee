/** The code points of well-formed text: its bytes without those that continue one. */
export function charsOf(from: usize, to: usize): i32 {
	let continued = 0;
	let at = from;
	const least = i8x16.splat(-64);
	for (; at + 16 <= to; at += 16) continued += popcnt(i8x16.bitmask(i8x16.lt_s(v128.load(at), least)));
	for (; at < to; at++) continued += <i32>(load<i8>(at) < -64);
	return <i32>(to - from) - continued;
}

/** How often a byte occurs. */
export function countOf(byte: u8, from: usize, to: usize): i32 {
	let count = 0;
	let at = from;
	const wanted = i8x16.splat(<i8>byte);
	for (; at + 16 <= to; at += 16) count += popcnt(i8x16.bitmask(i8x16.eq(v128.load(at), wanted)));
	for (; at < to; at++) count += <i32>(load<u8>(at) == byte);
	return count;
}
