import {scratch} from './memory';
import {CUT, FIND, cutOf, findOf, special} from './special';

/** The most tokens of a special text, and its most bytes. */
const MOST: i32 = 11;
const LONGEST: i32 = 29;

/**
 * Puts together and cuts anew the special texts among the words of a chunk, whose borders lie from `first` to `end`,
 * the longest first; returns the new end. `shift` makes an address an offset.
 */
export function joinFinds(first: usize, end: usize, shift: i32): usize {
	for (let word = first; word < end; word += 8) {
		for (let count = 2; count <= MOST; count++) {
			const last = word + (<usize>(count - 1) << 3);
			if (last >= end || load<i32>(last, 4) - load<i32>(word) > LONGEST) break;
			if (findAt(word, count, shift)) return joinAll(first, end, shift);
		}
	}
	return end;
}

/** The slot of the special text as which these words are looked for, 0 where they are none. */
function findAt(word: usize, count: i32, shift: i32): usize {
	const last = word + (<usize>(count - 1) << 3);
	const start = load<i32>(word);
	const slot = special(<usize>(start - shift), <usize>(load<i32>(last, 4) - shift), FIND);
	if (!slot) return 0;
	let found: u32 = 0;
	for (let other = word + 8; other <= last; other += 8) found |= 1 << (load<i32>(other) - start);
	return found == findOf(slot) && load<u32>(slot, 4) & CUT ? slot : 0;
}

/** As joinFinds, where there is something to join; scratch holds for each word the length of the find and whether it is taken. */
function joinAll(first: usize, end: usize, shift: i32): usize {
	const words = (end - first) >> 3;
	const lengths = scratch;
	const taken = scratch + words;
	const joined = scratch + (words << 1);
	memory.fill(scratch, 0, words << 1);
	for (let count = MOST; count >= 2; count--) {
		for (let word: usize = 0; word + count <= words; word++) {
			const at = first + (word << 3);
			if (load<i32>(at + (<usize>(count - 1) << 3), 4) - load<i32>(at) > LONGEST || !findAt(at, count, shift)) continue;
			if (!load<u8>(taken + word) && !load<u8>(taken + word + count - 1)) store<u8>(lengths + word, count);
			memory.fill(taken + word, 1, count);
		}
	}
	// The new borders go behind the old words' lengths first: they may be more, never beyond one a byte.
	let to = joined;
	for (let word: usize = 0; word < words; ) {
		const at = first + (word << 3);
		const count = <usize>load<u8>(lengths + word);
		if (!count) {
			store<u64>(to, load<u64>(at));
			to += 8;
			word++;
			continue;
		}
		const stop = load<i32>(at + ((count - 1) << 3), 4);
		let start = load<i32>(at);
		const whole = start;
		for (let cuts = cutOf(findAt(at, <i32>count, shift)); cuts; cuts &= cuts - 1) {
			store<i32>(to, start);
			start = whole + <i32>ctz<u32>(cuts);
			store<i32>(to, start, 4);
			to += 8;
		}
		store<i32>(to, start);
		store<i32>(to, stop, 4);
		to += 8;
		word += count;
	}
	memory.copy(first, joined, to - joined);
	return first + (to - joined);
}
