import {figures} from './memory';

// The places of src/quality-figures.ts.
export const CHARS: usize = 0;
export const HASHES: usize = 1;
export const ELLIPSES: usize = 2;
export const LINES: usize = 3;
export const BULLET_LINES: usize = 4;
export const ELLIPSIS_LINES: usize = 5;
export const NEWLINES: usize = 6;
export const FULL_LINES: usize = 7;
export const TERMINAL_LINES: usize = 8;
export const SHORT_LINES: usize = 9;
export const DUPLICATE_FULL_LINE_CHARS: usize = 10;
export const SEGMENTS: usize = 11;
export const DUPLICATE_SEGMENTS: usize = 12;
export const DUPLICATE_SEGMENT_CHARS: usize = 13;
export const PARAGRAPHS: usize = 14;
export const DUPLICATE_PARAGRAPHS: usize = 15;
export const DUPLICATE_PARAGRAPH_CHARS: usize = 16;
export const WORDS: usize = 17;
export const PLAIN_WORDS: usize = 18;
export const PLAIN_WORD_CHARS: usize = 19;
export const LETTER_WORDS: usize = 20;
export const STOP_WORDS: usize = 21;
export const STOP_WORD_COUNT: usize = 22;
export const LONGEST_WORD: usize = 23;
export const WORD_CHARS: usize = 24;
export const TOP_2: usize = 25;
export const DUPLICATE_5: usize = 28;

export function set(place: usize, value: i32): void {
	store<i32>(figures + (place << 2), value);
}
