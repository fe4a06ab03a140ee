import {borders, input, output} from './memory';
import {P1, P2, P5, add1, add4, add8, avalanche, converge, mix, tail1, tail4, tail8, weigh} from './xxh64';

/** Hashes the window's rows under two seeds in one pass, 16 big-endian bytes each to the output. */
export function hash128Rows(rows: i32, base: i32, seedA: u64, seedB: u64): void {
	let from = input + load<i32>(borders) - base;
	for (let row: usize = 0; row < <usize>rows; row++) {
		const end = input + load<i32>(borders + (row << 2), 4) - base;
		digest(from, end, seedA, seedB, output + (row << 4));
		from = end;
	}
}

function digest(from: usize, end: usize, seedA: u64, seedB: u64, to: usize): void {
	const length = <u64>(end - from);
	let at = from;
	let a = seedA + P5;
	let b = seedB + P5;
	if (length >= 32) {
		let a1 = seedA + P1 + P2;
		let a2 = seedA + P2;
		let a3 = seedA;
		let a4 = seedA - P1;
		let b1 = seedB + P1 + P2;
		let b2 = seedB + P2;
		let b3 = seedB;
		let b4 = seedB - P1;
		do {
			const w1 = weigh(load<u64>(at));
			a1 = mix(a1, w1);
			b1 = mix(b1, w1);
			const w2 = weigh(load<u64>(at, 8));
			a2 = mix(a2, w2);
			b2 = mix(b2, w2);
			const w3 = weigh(load<u64>(at, 16));
			a3 = mix(a3, w3);
			b3 = mix(b3, w3);
			const w4 = weigh(load<u64>(at, 24));
			a4 = mix(a4, w4);
			b4 = mix(b4, w4);
			at += 32;
		} while (at + 32 <= end);
		a = converge(a1, a2, a3, a4);
		b = converge(b1, b2, b3, b4);
	}
	a += length;
	b += length;
	for (; at + 8 <= end; at += 8) {
		const word = tail8(at);
		a = add8(a, word);
		b = add8(b, word);
	}
	if (at + 4 <= end) {
		const word = tail4(at);
		a = add4(a, word);
		b = add4(b, word);
		at += 4;
	}
	for (; at < end; at++) {
		const word = tail1(at);
		a = add1(a, word);
		b = add1(b, word);
	}
	store<u64>(to, bswap<u64>(avalanche(a)));
	store<u64>(to, bswap<u64>(avalanche(b)), 8);
}
