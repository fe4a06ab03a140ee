import {prefixBytes, suffixBytes} from './affixes';
import {joinFinds} from './finds';
import {infixBytes} from './infixes';
import {borders, input, rowWords, scratch, wordBorders} from './memory';
import {CUT, cutOf, special} from './special';
import {isUrl} from './url';
import {wideSpace, widthOf} from './word-flags';

/** Where the next word is written, and what makes an address an offset. */
let next: usize = 0;
let shift: i32 = 0;

/** Finds the words of the window's rows, counted from `base`; returns how many there are. */
export function words(rows: i32, base: i32): i32 {
	next = wordBorders;
	shift = base - <i32>input;
	let from = input + load<i32>(borders) - base;
	store<i32>(rowWords, 0);
	for (let row: usize = 0; row < <usize>rows; row++) {
		const end = input + load<i32>(borders + (row << 2), 4) - base;
		cutText(from, end);
		store<i32>(rowWords + (row << 2), (<i32>(next - wordBorders)) >> 3, 4);
		from = end;
	}
	return (<i32>(next - wordBorders)) >> 3;
}

/** Writes the borders of the words of a text. */
function cutText(from: usize, end: usize): void {
	let at = from;
	while (at < end) {
		const start = at;
		let plain = true;
		while (at < end) {
			const byte = <u32>load<u8>(at);
			if (byte >= 0x80) {
				if (wideSpace(at, byte)) break;
				plain = false;
				at += widthOf(byte);
			} else {
				if (isSpace(byte)) break;
				if ((byte | 32) - 97 >= 26) plain = false;
				at++;
			}
		}
		// A code point that the row cuts short ends with the row.
		if (at > end) at = end;
		if (at > start) {
			if (!plain) cutChunk(start, at);
			else if (!pushSpecial(start, at)) push(start, at);
		}
		if (at < end) {
			const byte = <u32>load<u8>(at);
			at += byte < 0x80 ? 1 : wideSpace(at, byte);
		}
	}
}

function isSpace(byte: u32): bool {
	return byte == 32 || byte - 9 < 5 || byte - 28 < 4;
}

function push(from: usize, to: usize): void {
	store<i32>(next, <i32>from + shift);
	store<i32>(next, <i32>to + shift, 4);
	next += 8;
}

/** Writes the parts of a text that is cut in a way of its own; false where it is none. */
function pushSpecial(from: usize, to: usize): bool {
	const slot = special(from, to, CUT);
	if (!slot) return false;
	let start = from;
	for (let cuts = cutOf(slot); cuts; cuts &= cuts - 1) {
		const at = from + ctz<u32>(cuts);
		push(start, at);
		start = at;
	}
	push(start, to);
	return true;
}

/** Cuts a text without whitespace: affixes, then infixes, then special texts among what affixes left. */
function cutChunk(from: usize, to: usize): void {
	if (pushSpecial(from, to)) return;
	const first = next;
	let low = from;
	let high = to;
	let suffixes = scratch;
	while (low < high && !special(low, high, CUT)) {
		const prefix = min(prefixBytes(low, high), high - low);
		if (prefix && low + prefix < high && special(low + prefix, high, CUT)) {
			push(low, low + prefix);
			low += prefix;
			break;
		}
		const suffix = suffixBytes(low + prefix, high);
		if (suffix) {
			high -= suffix;
			store<u32>(suffixes, <u32>high);
			suffixes += 4;
			if (low < high && special(low, high, CUT)) break;
		}
		if (prefix) {
			push(low, low + prefix);
			low += prefix;
		}
		if (!prefix && !suffix) break;
	}
	if (low < high && !pushSpecial(low, high)) cutAtInfixes(low, high);
	while (suffixes > scratch) {
		suffixes -= 4;
		const start = <usize>load<u32>(suffixes);
		push(start, suffixes > scratch ? <usize>load<u32>(suffixes - 4) : to);
	}
	if (next - first > 8) next = joinFinds(first, next, shift);
}

function cutAtInfixes(from: usize, to: usize): void {
	let start = from;
	for (let at = from; at < to;) {
		const infix = min(infixBytes(from, at, to), to - at);
		if (!infix) {
			at += widthOf(load<u8>(at));
			continue;
		}
		if (at > from) {
			if (start == from && isUrl(from, to)) break;
			if (at > start) push(start, at);
			push(at, at + infix);
			start = at + infix;
		}
		at += infix;
	}
	if (start < to) push(start, to);
}
