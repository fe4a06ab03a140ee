import {byteIds, scratch} from './memory';
import {findPair} from './model';

const NEVER: u32 = 0xffffffff;

/** Words longer than this are merged by a heap, so that no text takes quadratic time. */
const FEW: u32 = 96;

/** Merges the bytes of a word, always the pair of the lowest rank and of those the first; leaves ids at `to` and returns how many. */
export function mergeWord(from: usize, length: u32, to: usize): u32 {
	if (length == 1) {
		store<u32>(to, load<u32>(byteIds + ((<usize>load<u8>(from)) << 2)));
		return 1;
	}
	return length <= FEW ? byScan(from, length, to) : byHeap(from, length, to);
}

function byScan(from: usize, length: u32, to: usize): u32 {
	// Ranks of pairs stand beside the ids, which are merged in place.
	const ranks = scratch;
	let count = length;
	for (let at: u32 = 0; at < count; at++)
		store<u32>(to + (at << 2), load<u32>(byteIds + ((<usize>load<u8>(from + at)) << 2)));
	for (let at: u32 = 0; at + 1 < count; at++) store<u32>(ranks + (at << 2), rankAt(to + (at << 2)));
	while (count > 1) {
		let best: u32 = 0;
		let rank = NEVER;
		for (let at: u32 = 0; at + 1 < count; at++) {
			const own = load<u32>(ranks + (at << 2));
			if (own < rank) {
				rank = own;
				best = at;
			}
		}
		if (rank == NEVER) return count;
		const place = to + (best << 2);
		store<u32>(place, load<u32>(findPair(load<u32>(place), load<u32>(place, 4)), 12) - 1);
		const behind = (count - best - 2) << 2;
		memory.copy(place + 4, place + 8, behind);
		if (behind > 4) memory.copy(ranks + (best << 2) + 4, ranks + (best << 2) + 8, behind - 4);
		count--;
		if (best > 0) store<u32>(ranks + ((best - 1) << 2), rankAt(place - 4));
		if (best + 1 < count) store<u32>(ranks + (best << 2), rankAt(place));
	}
	return count;
}

// @ts-ignore: decorator
@inline
function rankAt(place: usize): u32 {
	const slot = findPair(load<u32>(place), load<u32>(place, 4));
	return slot == 0 ? NEVER : load<u32>(slot, 8);
}

/** Symbols of 16 bytes: id, rank with the next, next, previous; then a heap of rank and place. A symbol is as long as the way to the next. */
function byHeap(from: usize, length: u32, to: usize): u32 {
	const heap = scratch + ((<usize>length) << 4);
	let size: u32 = 0;
	for (let at: u32 = 0; at < length; at++) {
		const symbol = scratch + ((<usize>at) << 4);
		store<u32>(symbol, load<u32>(byteIds + ((<usize>load<u8>(from + at)) << 2)));
		store<u32>(symbol, at + 1, 8);
		store<u32>(symbol, at - 1, 12);
	}
	for (let at: u32 = 0; at < length; at++) {
		rankSymbol(at, length);
		const rank = load<u32>(scratch + ((<usize>at) << 4), 4);
		if (rank != NEVER) size = push(heap, size, rank, at);
	}
	while (size > 0) {
		const top = load<u64>(heap);
		size = pop(heap, size);
		const at = <u32>top;
		const symbol = scratch + ((<usize>at) << 4);
		// Its pair may have changed since.
		if (load<u32>(symbol, 4) != <u32>(top >> 32)) continue;
		const next = load<u32>(symbol, 8);
		const other = scratch + ((<usize>next) << 4);
		store<u32>(symbol, load<u32>(findPair(load<u32>(symbol), load<u32>(other)), 12) - 1);
		const after = load<u32>(other, 8);
		store<u32>(symbol, after, 8);
		store<u32>(other, NEVER, 4);
		if (after < length) store<u32>(scratch + ((<usize>after) << 4), at, 12);
		rankSymbol(at, length);
		const own = load<u32>(symbol, 4);
		if (own != NEVER) size = push(heap, size, own, at);
		const before = load<u32>(symbol, 12);
		if (before != NEVER) {
			rankSymbol(before, length);
			const rank = load<u32>(scratch + ((<usize>before) << 4), 4);
			if (rank != NEVER) size = push(heap, size, rank, before);
		}
	}
	let count: u32 = 0;
	for (let at: u32 = 0; at < length; at = load<u32>(scratch + ((<usize>at) << 4), 8)) {
		store<u32>(to + (count << 2), load<u32>(scratch + ((<usize>at) << 4)));
		count++;
	}
	return count;
}

function rankSymbol(at: u32, length: u32): void {
	const symbol = scratch + ((<usize>at) << 4);
	const next = load<u32>(symbol, 8);
	const slot = next < length ? findPair(load<u32>(symbol), load<u32>(scratch + ((<usize>next) << 4))) : 0;
	store<u32>(symbol, slot == 0 ? NEVER : load<u32>(slot, 8), 4);
}

function push(heap: usize, size: u32, rank: u32, at: u32): u32 {
	const value = ((<u64>rank) << 32) | at;
	let place = size;
	while (place > 0) {
		const parent = (place - 1) >> 1;
		const above = load<u64>(heap + ((<usize>parent) << 3));
		if (above <= value) break;
		store<u64>(heap + ((<usize>place) << 3), above);
		place = parent;
	}
	store<u64>(heap + ((<usize>place) << 3), value);
	return size + 1;
}

function pop(heap: usize, size: u32): u32 {
	const left = size - 1;
	const value = load<u64>(heap + ((<usize>left) << 3));
	let place: u32 = 0;
	for (;;) {
		let child = (place << 1) + 1;
		if (child >= left) break;
		let below = load<u64>(heap + ((<usize>child) << 3));
		if (child + 1 < left) {
			const right = load<u64>(heap + ((<usize>child) << 3), 8);
			if (right < below) {
				below = right;
				child++;
			}
		}
		if (below >= value) break;
		store<u64>(heap + ((<usize>place) << 3), below);
		place = child;
	}
	store<u64>(heap + ((<usize>place) << 3), value);
	return left;
}
