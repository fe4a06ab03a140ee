import {blocks, pages} from './memory';

/** Classes of characters, as `character-classes` numbers them. */
export const OTHER: u32 = 0;
export const UPPER: u32 = 1;
export const LOWER: u32 = 2;
export const LETTER: u32 = 3;
export const MARK: u32 = 4;
export const NUMBER: u32 = 5;
export const SPACE: u32 = 6;
export const LINE_END: u32 = 7;
export const UNKNOWN: u32 = 8;

/** How text is cut into words: bits say in what the patterns differ. */
export const GPT2: i32 = 1;
export const CASED: i32 = 2;
export const SINGLE_DIGITS: i32 = 4;
/** White space that ends the text is one word. */
export const WHOLE_END: i32 = 8;

/** Whether the scan looked past the window, so that more text may change what it found. */
export let atEnd: bool = false;
/** Whether it met a character that this table of classes does not vouch for. */
export let unknown: bool = false;

let width: usize = 0;

export function begin(): void {
	atEnd = false;
	unknown = false;
}

/** The class of the character at `p`, which is before the end; its width in bytes is left in `width`. */
// @ts-ignore: decorator
@inline
function classAt(p: usize): u32 {
	const first = <u32>load<u8>(p);
	if (first < 0x80) {
		width = 1;
		return load<u8>(blocks + first);
	}
	return wide(p, first);
}

function wide(p: usize, first: u32): u32 {
	let point: u32;
	if (first < 0xe0) {
		width = 2;
		point = ((first & 0x1f) << 6) | (load<u8>(p, 1) & 0x3f);
	} else if (first < 0xf0) {
		width = 3;
		point = ((first & 0xf) << 12) | ((<u32>load<u8>(p, 1) & 0x3f) << 6) | (load<u8>(p, 2) & 0x3f);
	} else {
		width = 4;
		point =
			((first & 7) << 18) |
			((<u32>load<u8>(p, 1) & 0x3f) << 12) |
			((<u32>load<u8>(p, 2) & 0x3f) << 6) |
			(load<u8>(p, 3) & 0x3f);
	}
	const found = <u32>load<u8>(blocks + ((<usize>load<u16>(pages + ((point >> 8) << 1))) << 8) + (point & 0xff));
	if (found == UNKNOWN) unknown = true;
	return found;
}

// @ts-ignore: decorator
@inline
function isLetter(found: u32): bool {
	return found - UPPER <= LETTER - UPPER;
}

// @ts-ignore: decorator
@inline
function isSymbol(found: u32): bool {
	return found == OTHER || found == MARK;
}

/** The end of the word that begins at `p`. */
export function wordEnd(p: usize, end: usize, pattern: i32): usize {
	if (pattern & GPT2) return gpt2(p, end);
	return pattern & CASED ? cased(p, end) : uncased(p, end, pattern);
}

function gpt2(p: usize, end: usize): usize {
	const first = load<u8>(p);
	if (first == 0x27) {
		const length = contraction(p, end, false);
		if (length > 0) return p + length;
	}
	const q = p + <usize>(first == 0x20);
	if (q < end) {
		const found = classAt(q);
		if (isLetter(found)) return letters(q + width, end);
		if (found == NUMBER) return numbers(q + width, end, i32.MAX_VALUE);
		if (isSymbol(found)) return symbols(q + width, end);
	} else atEnd = true;
	return spaces(p, end);
}

function uncased(p: usize, end: usize, pattern: i32): usize {
	const first = load<u8>(p);
	if (first == 0x27) {
		const length = contraction(p, end, true);
		if (length > 0) return p + length;
	}
	const found = classAt(p);
	const after = p + width;
	if (isLetter(found)) return letters(after, end);
	if (found == NUMBER) return numbers(after, end, pattern & SINGLE_DIGITS ? 1 : 3);
	let next = OTHER;
	let following = after;
	if (after < end) {
		next = classAt(after);
		following = after + width;
		if (found != LINE_END && isLetter(next)) return letters(following, end);
	} else atEnd = true;
	if (isSymbol(found)) return lineEnds(symbols(after, end), end, false);
	if (first == 0x20 && after < end && isSymbol(next)) return lineEnds(symbols(following, end), end, false);
	if (pattern & WHOLE_END && reachesEnd(p, end)) return end;
	return spacesWithLines(p, end);
}

function cased(p: usize, end: usize): usize {
	const found = classAt(p);
	const after = p + width;
	if (found != LINE_END && found != NUMBER && !isLetter(found)) {
		const word = lowerWord(after, end);
		if (word > 0) return withContraction(word, end);
	}
	const word = lowerWord(p, end);
	if (word > 0) return withContraction(word, end);
	if (found != LINE_END && found != NUMBER && !isLetter(found)) {
		const upper = upperWord(after, end);
		if (upper > 0) return withContraction(upper, end);
	}
	const upper = upperWord(p, end);
	if (upper > 0) return withContraction(upper, end);
	if (found == NUMBER) return numbers(after, end, 3);
	if (isSymbol(found)) return lineEnds(symbols(after, end), end, true);
	if (load<u8>(p) == 0x20) {
		if (after < end) {
			const next = classAt(after);
			if (isSymbol(next)) return lineEnds(symbols(after + width, end), end, true);
		} else atEnd = true;
	}
	return spacesWithLines(p, end);
}

/** Capitals, then at least one small letter; letters without case and marks are both. 0 where there is none. */
function lowerWord(p: usize, end: usize): usize {
	let at = p;
	let both: usize = 0;
	let found = OTHER;
	while (at < end) {
		found = classAt(at);
		if (found != UPPER && found != LETTER && found != MARK) break;
		at += width;
		if (found != UPPER) both = at;
	}
	if (at >= end) {
		atEnd = true;
		return both;
	}
	if (found != LOWER) return both;
	while (at < end) {
		found = classAt(at);
		if (found != LOWER && found != LETTER && found != MARK) return at;
		at += width;
	}
	atEnd = true;
	return at;
}

/** Capitals alone, for where `lowerWord` found nothing. */
function upperWord(p: usize, end: usize): usize {
	let at = p;
	while (at < end) {
		const found = classAt(at);
		if (found != UPPER && found != LETTER && found != MARK) return at == p ? 0 : at;
		at += width;
	}
	atEnd = true;
	return at == p ? 0 : at;
}

function withContraction(at: usize, end: usize): usize {
	if (at >= end) {
		atEnd = true;
		return at;
	}
	return load<u8>(at) == 0x27 ? at + contraction(at, end, true) : at;
}

function letters(p: usize, end: usize): usize {
	let at = p;
	while (at < end) {
		if (!isLetter(classAt(at))) return at;
		at += width;
	}
	atEnd = true;
	return at;
}

function numbers(p: usize, end: usize, most: i32): usize {
	let at = p;
	for (let left = most - 1; left > 0; left--) {
		if (at >= end) {
			atEnd = true;
			return at;
		}
		if (classAt(at) != NUMBER) return at;
		at += width;
	}
	return at;
}

function symbols(p: usize, end: usize): usize {
	let at = p;
	while (at < end) {
		if (!isSymbol(classAt(at))) return at;
		at += width;
	}
	atEnd = true;
	return at;
}

function lineEnds(p: usize, end: usize, slashes: bool): usize {
	let at = p;
	while (at < end) {
		const byte = load<u8>(at);
		if (byte != 0x0a && byte != 0x0d && !(slashes && byte == 0x2f)) return at;
		at++;
	}
	atEnd = true;
	return at;
}

/** White space: up to the last line end in it, else as `spaces`. */
function spacesWithLines(p: usize, end: usize): usize {
	let at = p;
	let line: usize = 0;
	let last = p;
	while (at < end) {
		const found = classAt(at);
		if (found != SPACE && found != LINE_END) break;
		last = at;
		at += width;
		if (found == LINE_END) line = at;
	}
	if (at >= end) atEnd = true;
	if (line > 0) return line;
	return at >= end || last == p ? at : last;
}

/** White space: but for its last character, which goes with what follows, where there are several. */
function spaces(p: usize, end: usize): usize {
	let at = p;
	let last = p;
	while (at < end) {
		const found = classAt(at);
		if (found != SPACE && found != LINE_END) return last == p ? at : last;
		last = at;
		at += width;
	}
	atEnd = true;
	return at;
}

function reachesEnd(p: usize, end: usize): bool {
	let at = p;
	while (at < end) {
		const found = classAt(at);
		if (found != SPACE && found != LINE_END) return false;
		at += width;
	}
	atEnd = true;
	return true;
}

/** The length of an English contraction that the apostrophe at `p` begins, 0 where there is none. */
function contraction(p: usize, end: usize, anyCase: bool): usize {
	if (p + 4 > end) atEnd = true;
	if (p + 2 > end) return 0;
	const fold: u8 = anyCase ? 0x20 : 0;
	const first = load<u8>(p, 1) | fold;
	if (first == 0x73 || first == 0x74 || first == 0x6d || first == 0x64) return 2;
	if (p + 3 > end) return 0;
	const raw = load<u8>(p, 2);
	// The long s is an s in another case.
	if (anyCase && load<u8>(p, 1) == 0xc5 && raw == 0xbf) return 3;
	const second = raw | fold;
	if ((first == 0x72 || first == 0x76) && second == 0x65) return 3;
	return first == 0x6c && second == 0x6c ? 3 : 0;
}
