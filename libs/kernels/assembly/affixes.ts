import {UNIT, special} from './special';
import {BEFORE_DOT, PREFIX, SUFFIX, UPPER, before, flagsOf, pointAt, widthOf} from './word-flags';

const ELLIPSIS: u32 = 0x2026;
const DEGREE: u32 = 0xb0;
const APOSTROPHE: u32 = 0x2019;
/** The longest unit, in bytes. */
const UNIT_BYTES: usize = 10;

/** The bytes that are cut off the front, 0 for none. */
export function prefixBytes(from: usize, to: usize): usize {
	const lead = <u32>load<u8>(from);
	if (lead >= 0x80) return flagsOf(pointAt(from)) & PREFIX ? widthOf(lead) : 0;
	const next: u32 = from + 1 < to ? load<u8>(from, 1) : 0;
	if (lead == 46) {
		let at = from + 1;
		while (at < to && load<u8>(at) == 46) at++;
		return at - from >= 2 ? at - from : 0;
	}
	if (lead == 43) return isDigit(next) ? 0 : 1;
	if (next == 36 && (lead == 65 || lead == 67)) return 2;
	if (lead == 85 && next == 83 && from + 2 < to && load<u8>(from, 2) == 36) return 3;
	return flagsOf(lead) & PREFIX ? 1 : 0;
}

/** The bytes that are cut off the end, 0 for none: of several suffixes the longest. */
export function suffixBytes(from: usize, to: usize): usize {
	if (to <= from) return 0;
	const at = before(to, from);
	const point = pointAt(at);
	if (point == 46) return dotBytes(from, to);
	if (point - 97 < 26 || point - 65 < 26) {
		if ((point | 32) == 115 && at > from) {
			const quote = before(at, from);
			const mark = pointAt(quote);
			if (mark == 39 || mark == APOSTROPHE) return to - quote;
		}
		return unitBytes(from, to);
	}
	if (point == 43) return at > from && isDigit(load<u8>(at - 1)) ? 1 : 0;
	if (flagsOf(point) & SUFFIX) {
		if (point == ELLIPSIS && at > from) {
			const other = before(at, from);
			if (pointAt(other) == ELLIPSIS) return to - other;
		}
		return to - at;
	}
	return isDigit(point) ? 0 : unitBytes(from, to);
}

/** What is cut off a text that ends in a dot. */
function dotBytes(from: usize, to: usize): usize {
	let at = to - 1;
	while (at > from && load<u8>(at - 1) == 46) at--;
	if (to - at >= 2) return to - at;
	if (at == from) return 0;
	const last = before(at, from);
	const point = pointAt(last);
	const flags = flagsOf(point);
	if (flags & BEFORE_DOT) return 1;
	if (last == from) return 0;
	const earlier = pointAt(before(last, from));
	if (flags & UPPER && flagsOf(earlier) & UPPER) return 1;
	const scale = point | 32;
	return earlier == DEGREE && point < 128 && (scale == 102 || scale == 99 || scale == 107) ? 1 : 0;
}

/** A unit or a currency behind a digit. */
function unitBytes(from: usize, to: usize): usize {
	const least = to - from > UNIT_BYTES + 1 ? to - UNIT_BYTES - 1 : from;
	for (let at = to; at > least; at--) {
		if (isDigit(load<u8>(at - 1))) return at < to && special(at, to, UNIT) ? to - at : 0;
	}
	return 0;
}

function isDigit(byte: u32): bool {
	return byte - 48 < 10;
}
