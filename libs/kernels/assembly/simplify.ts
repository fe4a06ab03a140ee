import {input, output} from './memory';

/**
 * Simplifies the window's first `length` bytes to the output and returns their number there: small letters, numbers to 0,
 * all else to one space between. Returns -1 at a character that is neither ASCII nor a common mark.
 */
export function simplify(length: i32): i32 {
	const end = input + length;
	let at = input;
	let to = output;
	let gap = false;
	while (at < end) {
		let c = <u32>load<u8>(at);
		if (c >= 0x80) {
			const width = markWidth(at, c);
			if (!width) return -1;
			if (isOpeningQuote(at, c)) {
				if (gap && to > output) store<u8>(to++, 32);
				store<u16>(to, load<u16>(at));
				store<u8>(to, 0x98, 2);
				to += 3;
				gap = false;
			} else gap = true;
			at += width;
			continue;
		}
		if (c - 48 < 10) {
			at = digitsEnd(at, end);
			const mark = at < end ? <u32>load<u8>(at) : 0;
			if ((mark == 46 || mark == 44) && at + 1 < end && <u32>load<u8>(at, 1) - 48 < 10)
				at = digitsEnd(at + 1, end);
			// A digit or decimal mark of another script may go on with the number, or not: -1 at the next turn.
			c = 48;
		} else {
			at++;
			const small = c | 32;
			if (small - 97 >= 26) {
				gap = true;
				continue;
			}
			c = small;
		}
		if (gap && to > output) store<u8>(to++, 32);
		gap = false;
		store<u8>(to++, <u8>c);
	}
	return <i32>(to - output);
}

function digitsEnd(from: usize, end: usize): usize {
	let at = from;
	while (at < end && <u32>load<u8>(at) - 48 < 10) at++;
	return at;
}

/** Bytes of the control, space or mark here, 0 where it is something else. */
function markWidth(at: usize, c: u32): usize {
	if (c == 0xc2) {
		const second = <u32>load<u8>(at, 1);
		return second <= 0xa0 || second == 0xab || second == 0xb4 || second == 0xbb ? 2 : 0;
	}
	if (c != 0xe2 || load<u8>(at, 1) != 0x80) return 0;
	const last = <u32>load<u8>(at, 2);
	const known = last - 0x98 < 2 || last - 0x93 < 2 || last - 0x9c < 3 || last == 0xa6;
	return known ? 3 : 0;
}

/** U+2018, which stays. */
function isOpeningQuote(at: usize, c: u32): bool {
	return c == 0xe2 && load<u8>(at, 2) == 0x98;
}
