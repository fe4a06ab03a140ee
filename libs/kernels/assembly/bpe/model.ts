import {byteIds, pairBits, pairs, wordBits, wordBytes, words} from './memory';
import {hashOf} from './hash';

const SPREAD: u64 = 0x9e3779b97f4a7c15;

export function setByte(byte: i32, id: u32): void {
	store<u32>(byteIds + (byte << 2), id);
}

/** Says that two ids merge; the first call for a pair counts. */
export function addPair(left: u32, right: u32, rank: u32, id: u32): void {
	const key = ((<u64>left) << 32) | right;
	let slot = slotOf(key);
	while (load<u32>(slot, 12) != 0) {
		if (load<u64>(slot) == key) return;
		slot = following(slot);
	}
	store<u64>(slot, key);
	store<u32>(slot, rank, 8);
	// Ids are kept one higher, so that 0 tells an empty slot.
	store<u32>(slot, id + 1, 12);
}

/** The slot of a pair, or 0 where it does not merge. */
export function findPair(left: u32, right: u32): usize {
	const key = ((<u64>left) << 32) | right;
	let slot = slotOf(key);
	while (load<u32>(slot, 12) != 0) {
		if (load<u64>(slot) == key) return slot;
		slot = following(slot);
	}
	return 0;
}

// @ts-ignore: decorator
@inline
function slotOf(key: u64): usize {
	return pairs + ((<usize>((key * SPREAD) >> (64 - pairBits))) << 4);
}

// @ts-ignore: decorator
@inline
function following(slot: usize): usize {
	return pairs + ((slot + 16 - pairs) & (((<usize>16) << pairBits) - 1));
}

let wordTop: u32 = 16;

/** A word of the vocabulary that is taken whole, of which the façade left `length` bytes at `from`. */
export function addWord(from: usize, length: u32, id: u32): void {
	const hash = hashOf(from, length);
	let at = <u32>(hash >> (64 - wordBits));
	const mask = (<u32>1 << wordBits) - 1;
	while (load<u32>(words + (<usize>at << 4), 8) != 0) at = (at + 1) & mask;
	const slot = words + (<usize>at << 4);
	store<u64>(slot, hash);
	store<u32>(slot, wordTop, 8);
	store<u32>(slot, id, 12);
	store<u32>(wordBytes + wordTop - 4, length);
	memory.copy(wordBytes + wordTop, from, length);
	wordTop = (wordTop + length + 7) & ~3;
}

/** The id of a whole word, or -1. */
export function findWord(from: usize, length: u32): i32 {
	if (wordBits == 0) return -1;
	const hash = hashOf(from, length);
	let at = <u32>(hash >> (64 - wordBits));
	const mask = (<u32>1 << wordBits) - 1;
	let slot = words + (<usize>at << 4);
	let place = load<u32>(slot, 8);
	while (place != 0) {
		if (
			load<u64>(slot) == hash &&
			load<u32>(wordBytes + place - 4) == length &&
			memory.compare(wordBytes + place, from, length) == 0
		)
			return load<u32>(slot, 12);
		at = (at + 1) & mask;
		slot = words + (<usize>at << 4);
		place = load<u32>(slot, 8);
	}
	return -1;
}
