import {arena, arenaBytes, input, longBits, longCache, longestWord, output, shortBits, shortCache} from './memory';
import {hashOf} from './hash';
import {mergeWord} from './merge';
import {findWord} from './model';
import {atEnd, begin, unknown, wordEnd} from './words';

const P1: u64 = 0x9e3779b185ebca87;
const P2: u64 = 0xc2b2ae3d27d4eb4f;

/** Bytes of the window that were encoded. */
export let consumed: i32 = 0;

/** Whether a character stopped the encoding for which another implementation must answer. */
export let halted: bool = false;

/** Encodes the window's first `length` bytes into the output and returns the number of ids; stops before a word that more text may change, unless this is the end. */
export function encode(length: i32, last: bool, pattern: i32): u32 {
	const end = input + length;
	let at = input;
	let to = output;
	begin();
	halted = false;
	while (at < end) {
		const next = wordEnd(at, end, pattern);
		if (unknown || next - at > longestWord) {
			halted = true;
			break;
		}
		if (atEnd) {
			if (!last) break;
			begin();
		}
		to += (<usize>encodeWord(at, <u32>(next - at), to)) << 2;
		at = next;
	}
	consumed = <i32>(at - input);
	return <u32>((to - output) >> 2);
}

/** Encodes the window's first `length` bytes as one word; the façade sees to it that it is not too long. */
export function encodeOne(length: i32): u32 {
	return encodeWord(input, <u32>length, output);
}

// @ts-ignore: decorator
@inline
function encodeWord(from: usize, length: u32, to: usize): u32 {
	return length < 16 ? encodeShort(from, length, to) : encodeLong(from, length, to);
}

function encodeShort(from: usize, length: u32, to: usize): u32 {
	let a = load<u64>(from);
	let b: u64 = 0;
	if (length < 8) a &= ((<u64>1) << (length << 3)) - 1;
	else b = load<u64>(from, 8) & (((<u64>1) << ((length - 8) << 3)) - 1);
	b |= (<u64>length) << 56;
	const mixed = (a ^ rotl<u64>(b, 29)) * P1;
	const slot = shortCache + ((<usize>(((mixed ^ (mixed >> 32)) * P2) >> (64 - shortBits))) << 5);
	if (load<u64>(slot) == a && load<u64>(slot, 8) == b) {
		store<u64>(to, load<u64>(slot, 16));
		store<u32>(to, load<u32>(slot, 24), 8);
		return load<u32>(slot, 28);
	}
	const count = encodeLong(from, length, to);
	if (count <= 3) {
		store<u64>(slot, a);
		store<u64>(slot, b, 8);
		store<u64>(slot, load<u64>(to), 16);
		store<u32>(slot, load<u32>(to, 8), 24);
		store<u32>(slot, count, 28);
	}
	return count;
}

function plainIds(from: usize, length: u32, to: usize): u32 {
	const whole = findWord(from, length);
	if (whole >= 0) {
		store<u32>(to, whole);
		return 1;
	}
	return mergeWord(from, length, to);
}

let arenaTop: u32 = 16;

/** Longer words than these are seldom met again. */
const MOST: u32 = 256;

function encodeLong(from: usize, length: u32, to: usize): u32 {
	if (length > MOST) return plainIds(from, length, to);
	const hash = hashOf(from, length);
	const slot = longCache + ((<usize>(hash >> (64 - longBits))) << 4);
	const place = load<u32>(slot, 8);
	if (place != 0 && load<u64>(slot) == hash) {
		const entry = arena + place;
		const count = load<u32>(entry, 4);
		if (load<u32>(entry) == length && memory.compare(entry + 8, from, length) == 0) {
			memory.copy(to, entry + 8 + ((length + 3) & ~3), count << 2);
			return count;
		}
	}
	const count = plainIds(from, length, to);
	const padded = (length + 3) & ~3;
	if (arenaTop + 8 + padded + (count << 2) > arenaBytes) {
		memory.fill(longCache, 0, (<usize>16) << longBits);
		arenaTop = 16;
	}
	const entry = arena + arenaTop;
	store<u32>(entry, length);
	store<u32>(entry, count, 4);
	memory.copy(entry + 8, from, length);
	memory.copy(entry + 8 + padded, to, count << 2);
	store<u64>(slot, hash);
	store<u32>(slot, arenaTop, 8);
	arenaTop += 8 + padded + (count << 2);
	return count;
}
