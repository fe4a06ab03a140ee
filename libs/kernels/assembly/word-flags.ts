import {classIndex, classes} from './memory';

// The bits of src/word-classes.ts.
export const SPACE: u32 = 1;
export const ALPHA: u32 = 1 << 1;
export const LOWER: u32 = 1 << 2;
export const UPPER: u32 = 1 << 3;
export const PREFIX: u32 = 1 << 4;
export const SUFFIX: u32 = 1 << 5;
export const BEFORE_DOT: u32 = 1 << 6;
export const QUOTE: u32 = 1 << 7;
export const INFIX: u32 = 1 << 8;
export const WORD_CHAR: u32 = 1 << 9;
export const DIGIT: u32 = 1 << 10;
export const LETTER: u32 = 1 << 11;
export const PUNCTUATION: u32 = 1 << 12;
export const TERMINAL: u32 = 1 << 13;
export const SENTENCE_END: u32 = 1 << 14;

// Nothing but well-formed text is promised a right answer, but no bytes may lead out of the tables.
const LAST: u32 = 0x10ffff;

/** The flags of a code point. */
export function flagsOf(point: u32): u32 {
	const known = min<u32>(point, LAST);
	const page = <u32>load<u8>(classIndex + (known >> 7));
	return load<u16>(classes + (((page << 7) | (known & 127)) << 1));
}

/** The code point here. */
export function pointAt(at: usize): u32 {
	const lead = <u32>load<u8>(at);
	return lead < 0x80 ? lead : widePointAt(at, lead);
}

export function widePointAt(at: usize, lead: u32): u32 {
	const second = (<u32>load<u8>(at, 1)) & 63;
	if (lead < 0xe0) return ((lead & 31) << 6) | second;
	const third = (<u32>load<u8>(at, 2)) & 63;
	if (lead < 0xf0) return ((lead & 15) << 12) | (second << 6) | third;
	return ((lead & 7) << 18) | (second << 12) | (third << 6) | ((<u32>load<u8>(at, 3)) & 63);
}

/** The bytes of the code point that begins with this byte. */
export function widthOf(lead: u32): usize {
	return lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

/** Where the code point begins that ends here, no earlier than `from`. */
export function before(at: usize, from: usize): usize {
	let to = at - 1;
	while (to > from && ((<u32>load<u8>(to)) & 0xc0) == 0x80) to--;
	return to;
}

/** The bytes of the whitespace character that begins with this byte beyond ASCII, 0 where none does. */
export function wideSpace(at: usize, lead: u32): usize {
	if (lead != 0xc2 && (lead < 0xe1 || lead > 0xe3)) return 0;
	return flagsOf(widePointAt(at, lead)) & SPACE ? widthOf(lead) : 0;
}
