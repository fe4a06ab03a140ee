// SHA-1, FIPS 180-4; here a hash of shingles, not a defence.

const schedule: usize = memory.data(320, 16);
const tail: usize = memory.data(128, 16);

/** The first eight bytes of the SHA-1 of the bytes from `from` to `end`, as a little-endian number. */
export function sha1(from: usize, end: usize): u64 {
	h0 = 0x67452301;
	h1 = 0xefcdab89;
	h2 = 0x98badcfe;
	h3 = 0x10325476;
	h4 = 0xc3d2e1f0;
	let at = from;
	for (; at + 64 <= end; at += 64) block(at);
	const left = end - at;
	memory.fill(tail, 0, 128);
	memory.copy(tail, at, left);
	store<u8>(tail + left, 0x80);
	const last: usize = left < 56 ? 0 : 64;
	store<u64>(tail + last, bswap<u64>((<u64>(end - from)) << 3), 56);
	if (last) block(tail);
	block(tail + last);
	return (<u64>bswap<u32>(h0)) | ((<u64>bswap<u32>(h1)) << 32);
}

let h0: u32 = 0;
let h1: u32 = 0;
let h2: u32 = 0;
let h3: u32 = 0;
let h4: u32 = 0;

function block(from: usize): void {
	for (let word: usize = 0; word < 64; word += 4)
		store<u32>(schedule + word, bswap<u32>(load<u32>(from + word)));
	for (let at = schedule + 64; at < schedule + 320; at += 4) {
		const mixed = load<u32>(at - 12) ^ load<u32>(at - 32) ^ load<u32>(at - 56) ^ load<u32>(at - 64);
		store<u32>(at, rotl<u32>(mixed, 1));
	}
	let a = h0;
	let b = h1;
	let c = h2;
	let d = h3;
	let e = h4;
	for (let step: i32 = 0; step < 80; step++) {
		let f: u32;
		if (step < 20) f = ((b & c) | (~b & d)) + 0x5a827999;
		else if (step < 40) f = (b ^ c ^ d) + 0x6ed9eba1;
		else if (step < 60) f = ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
		else f = (b ^ c ^ d) + 0xca62c1d6;
		const next = rotl<u32>(a, 5) + f + e + load<u32>(schedule + ((<usize>step) << 2));
		e = d;
		d = c;
		c = rotl<u32>(b, 30);
		b = a;
		a = next;
	}
	h0 += a;
	h1 += b;
	h2 += c;
	h3 += d;
	h4 += e;
}
