import {input, output} from './memory';

/** Writes the offset behind each newline among the window's first `length` bytes; returns how many there are. */
export function lines(length: i32, base: i32): i32 {
	const end = input + length;
	const newline = i8x16.splat(10);
	let to = output;
	let at = input;
	let next = base + 1;
	for (; at + 64 <= end; at += 64, next += 64) {
		const a = i8x16.eq(v128.load(at), newline);
		const b = i8x16.eq(v128.load(at, 16), newline);
		const c = i8x16.eq(v128.load(at, 32), newline);
		const d = i8x16.eq(v128.load(at, 48), newline);
		if (!v128.any_true(v128.or(v128.or(a, b), v128.or(c, d)))) continue;
		let found = bits(a) | (bits(b) << 16) | (bits(c) << 32) | (bits(d) << 48);
		do {
			store<i32>(to, next + <i32>ctz<u64>(found));
			to += 4;
			found &= found - 1;
		} while (found);
	}
	for (; at < end; at++, next++) {
		if (load<u8>(at) == 10) {
			store<i32>(to, next);
			to += 4;
		}
	}
	return (<i32>(to - output)) >> 2;
}

function bits(found: v128): u64 {
	return <u64>i8x16.bitmask(found);
}
