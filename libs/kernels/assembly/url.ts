import {DIGIT, LOWER, WORD_CHAR, flagsOf, pointAt, widthOf} from './word-flags';

/** Whether a text without whitespace is a URL, an address or a domain: a scheme, a user, a host, a port, a path. */
export function isUrl(from: usize, to: usize): bool {
	if (hostAt(from, to)) return true;
	const behind = behindScheme(from, to);
	if (behind && hostAt(behind, to)) return true;
	for (let at = from + 1; at < to; at++) {
		if (load<u8>(at) == 64 && hostAt(at + 1, to)) return true;
	}
	return false;
}

/** Where the text goes on behind its scheme, 0 where it has none. */
function behindScheme(from: usize, to: usize): usize {
	let at = from;
	let points = 0;
	for (; at < to; points++) {
		const point = pointAt(at);
		if (point != 43 && point != 45 && point != 46 && !(flagsOf(point) & WORD_CHAR)) break;
		at += widthOf(load<u8>(at));
	}
	if (points < 2 || at + 3 > to) return 0;
	return load<u8>(at) == 58 && load<u8>(at, 1) == 47 && load<u8>(at, 2) == 47 ? at + 3 : 0;
}

/** Whether a host begins here, and behind it nothing, a port or a path. */
function hostAt(from: usize, to: usize): bool {
	let at = from;
	let label = from;
	let labels = 0;
	let points = 0;
	let lower = true;
	let fits = true;
	let inner = false;
	let all = true;
	for (; at < to;) {
		const point = pointAt(at);
		if (point == 46) {
			if (points == 0 || points > 64 || !fits || !inner) all = false;
			labels++;
			at++;
			label = at;
			points = 0;
			lower = true;
			fits = true;
			continue;
		}
		inner = isInner(point);
		const low = (flagsOf(point) & LOWER) != 0;
		const mark = point == 45 || point == 95;
		if (!inner && !low && !mark) break;
		// A label neither begins with a mark nor has letters beyond the first plane.
		if (!inner && (!mark || points == 0)) fits = false;
		if (!low) lower = false;
		points++;
		at += widthOf(load<u8>(at));
	}
	const isDomain = all && labels > 0 && lower && points >= 2 && points <= 63;
	return (isDomain || isPublicAddress(from, at)) && endsBehind(at, to);
}

function isInner(point: u32): bool {
	return (point | 32) - 97 < 26 || point - 48 < 10 || (point >= 0xa1 && point <= 0xffff);
}

/** Whether the text ends here, or after a port, or goes on with a path. */
function endsBehind(from: usize, to: usize): bool {
	let at = from;
	if (at < to && load<u8>(at) == 58) {
		at++;
		let digits = 0;
		while (at < to && digits < 6 && flagsOf(pointAt(at)) & DIGIT) {
			at += widthOf(load<u8>(at));
			digits++;
		}
		if (digits < 2 || digits > 5) return false;
	}
	if (at >= to) return true;
	const next = load<u8>(at);
	return next == 47 || next == 63 || next == 35;
}

/** An IPv4 address that is no network, no broadcast and not private. */
function isPublicAddress(from: usize, to: usize): bool {
	if (to - from < 7 || to - from > 15) return false;
	let at = from;
	let first: u32 = 0;
	let second: u32 = 0;
	for (let part = 0; part < 4; part++) {
		const begin = at;
		let number: u32 = 0;
		for (; at < to && <u32>load<u8>(at) - 48 < 10; at++) number = number * 10 + load<u8>(at) - 48;
		const digits = at - begin;
		if (digits < 1 || digits > 3) return false;
		const zero = load<u8>(begin) == 48;
		if (part == 0 || part == 3) {
			if (zero || number > <u32>(part == 0 ? 223 : 254)) return false;
		} else if (number > 255 || (zero && digits == 3)) return false;
		if (part == 0) first = number;
		if (part == 1) second = number;
		if (part < 3) {
			if (at >= to || load<u8>(at) != 46) return false;
			at++;
		}
	}
	if (at != to || first == 10 || first == 127) return false;
	if ((first == 169 && second == 254) || (first == 192 && second == 168)) return false;
	return !(first == 172 && second >= 16 && second <= 31);
}
