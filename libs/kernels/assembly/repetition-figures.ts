import * as figure from './figures';
import {clear, seen, slotOf} from './hash-set';
import {input, joined, powers, wordBorders, wordChars, wordHashes} from './memory';

// An odd number has an inverse modulo two to the 64th.
const BASE: u64 = 0x9ddfea08eb382d69;
const INVERSE: u64 = inverse(BASE);
const NEXT: u64 = 0xd6e8feb86659fd93;

/**
 * Measures the repetition of the words `first` to `last`, whose code points wordFigures has summed: the most frequent
 * n-gram of two to four words, and the characters in n-grams of five to ten that occurred before.
 */
export function repetitionFigures(first: i32, last: i32, base: i32): void {
	const words = last - first;
	hashWords(first, last, base);
	for (let n = 2; n <= 4; n++) figure.set(figure.TOP_2 + n - 2, topChars(words, n));
	for (let n = 5; n <= 10; n++) figure.set(figure.DUPLICATE_5 + n - 5, duplicateChars(words, n));
}

/** Hashes what stands before each word, so that any words joined are hashed by one subtraction and one product. */
function hashWords(first: i32, last: i32, base: i32): void {
	let hash: u64 = 0;
	let power: u64 = 1;
	let back: u64 = 1;
	let place: usize = 0;
	for (let word = first; word < last; word++) {
		const border = wordBorders + ((<usize>word) << 3);
		const before = hash;
		const whence = back;
		store<u64>(joined + place, before);
		store<u64>(powers + place, whence);
		const end = input + load<i32>(border, 4) - base;
		for (let at = input + load<i32>(border) - base; at < end; at++) {
			hash += (<u64>load<u8>(at) + 1) * power;
			power *= BASE;
			back *= INVERSE;
		}
		store<u64>(wordHashes + place, mix((hash - before) * whence));
		place += 8;
	}
	store<u64>(joined + place, hash);
}

/** The code points of the most frequent n-gram, with a space between words, times its count; -1 where there is none. */
function topChars(words: i32, n: i32): i32 {
	const grams = words - n + 1;
	if (grams < 1) return -1;
	clear(grams);
	let best: u32 = 0;
	let bestAt: u32 = 0;
	for (let gram = 0; gram < grams; gram++) {
		let hash: u64 = 0;
		for (let word = gram; word < gram + n; word++)
			hash = (hash + load<u64>(wordHashes + ((<usize>word) << 3))) * NEXT;
		const slot = slotOf(hash ^ (hash >> 29));
		const count = load<u32>(slot, 8) + 1;
		store<u32>(slot, count, 8);
		if (count == 1) store<u32>(slot, gram, 12);
		// Of equally frequent ones the first counts.
		const at = load<u32>(slot, 12);
		if (count > best || (count == best && at < bestAt)) {
			best = count;
			bestAt = at;
		}
	}
	return (charsBetween(<i32>bestAt, n) + n - 1) * <i32>best;
}

/** The code points of n-grams that occurred before, joined; behind one the next begins. */
function duplicateChars(words: i32, n: i32): i32 {
	const grams = words - n + 1;
	if (grams < 1) return 0;
	clear(grams);
	let chars = 0;
	for (let gram = 0; gram < grams;) {
		const place = (<usize>gram) << 3;
		const hash = mix(
			(load<u64>(joined + place + ((<usize>n) << 3)) - load<u64>(joined + place)) * load<u64>(powers + place),
		);
		if (seen(hash)) {
			chars += charsBetween(gram, n);
			gram += n;
		} else gram++;
	}
	return chars;
}

function charsBetween(word: i32, n: i32): i32 {
	return load<i32>(wordChars + ((<usize>(word + n)) << 2)) - load<i32>(wordChars + ((<usize>word) << 2));
}

function mix(hash: u64): u64 {
	const half = (hash ^ (hash >> 32)) * 0xd6e8feb86659fd93;
	return half ^ (half >> 32);
}

function inverse(odd: u64): u64 {
	let found = odd;
	for (let round = 0; round < 6; round++) found *= 2 - odd * found;
	return found;
}
