import {charsOf, countOf} from './chars';
import * as figure from './figures';
import {clear, seen} from './hash-set';
import {digest} from './hash64';
import {input} from './memory';
import {paragraphFigures} from './paragraph-figures';
import {SPACE, TERMINAL, before, flagsOf, pointAt, widthOf, widePointAt} from './word-flags';

const HASH: u32 = 35;
const DASH: u32 = 45;
const DOT: u32 = 46;
const BULLET: u32 = 0x2022;
const ELLIPSIS: u32 = 0x2026;

let lines: i32 = 0;
let bulletLines: i32 = 0;
let ellipsisLines: i32 = 0;
let fullLines: i32 = 0;
let terminalLines: i32 = 0;
let shortLines: i32 = 0;
let duplicateFullChars: i32 = 0;
let segments: i32 = 0;
let duplicateSegments: i32 = 0;
let duplicateSegmentChars: i32 = 0;

/**
 * Counts the characters and lines of the text from `start` to `stop` of the window. A full line has more than
 * whitespace; it is short up to `most` code points.
 */
export function lineFigures(start: i32, stop: i32, most: i32): void {
	const from = input + start;
	const to = input + stop;
	const newlines = countOf(10, from, to);
	clear(newlines + 2);
	reset();
	let hashes = 0;
	let ellipses = 0;
	let line = from;
	let head: usize = 0;
	let tail: usize = 0;
	let row = from;
	let full = false;
	let at = from;
	while (at < to) {
		const byte = <u32>load<u8>(at);
		if (byte - 47 < 80) {
			if (!head) head = at;
			do at++;
			while (at < to && <u32>load<u8>(at) - 47 < 80);
			tail = at;
			continue;
		}
		if (byte >= 0x80) {
			const point = widePointAt(at, byte);
			const width = min(widthOf(byte), to - at);
			if (point == 0x85 || point == 0x2028 || point == 0x2029) {
				endLine(line, head, tail);
				if (head) full = true;
				head = 0;
				line = at + width;
			} else if (!(flagsOf(point) & SPACE)) {
				if (point == ELLIPSIS) ellipses++;
				if (!head) head = at;
				tail = at + width;
			}
			at += width;
			continue;
		}
		if (byte == 10 || byte == 13 || byte == 11 || byte == 12 || byte - 28 < 3) {
			if (byte != 10 || at == from || load<u8>(at - 1) != 13) endLine(line, head, tail);
			if (head) full = true;
			head = 0;
			if (byte == 10) {
				endRow(row, at, full, from, to, most);
				full = false;
				row = at + 1;
			}
			at++;
			line = at;
			continue;
		}
		if (byte == 32 || byte == 9 || byte == 31) {
			at++;
			continue;
		}
		if (!head) head = at;
		if (byte == DOT) {
			const begin = at;
			do at++;
			while (at < to && load<u8>(at) == DOT);
			ellipses += <i32>((at - begin) / 3);
		} else {
			if (byte == HASH) hashes++;
			at++;
		}
		tail = at;
	}
	if (to > line) endLine(line, head, tail);
	endRow(row, to, full || head != 0, from, to, most);
	figure.set(figure.CHARS, charsOf(from, to));
	figure.set(figure.HASHES, hashes);
	figure.set(figure.ELLIPSES, ellipses);
	figure.set(figure.NEWLINES, newlines);
	report();
	paragraphFigures(from, to);
}

/** Ends a line at any of Python's line boundaries; `head` and `tail` are where its text without whitespace begins and ends. */
function endLine(line: usize, head: usize, tail: usize): void {
	lines++;
	if (!head) return;
	const first = pointAt(head);
	if (first == BULLET || first == DASH) bulletLines++;
	if (tail - head < 3) return;
	const last = tail - 3;
	const dots = load<u16>(last) == 0x2e2e && load<u8>(last, 2) == DOT;
	if (dots || (load<u16>(last) == 0x80e2 && load<u8>(last, 2) == 0xa6)) ellipsisLines++;
}

/** Ends a line at a newline or at the end of the text. */
function endRow(row: usize, at: usize, full: bool, from: usize, to: usize, most: i32): void {
	const empty = at == row;
	// A run of newlines is one border: an empty line counts at either end alone.
	if (empty && row != from && at != to) return;
	segments++;
	const again = seen(digest(row, at, 0));
	if (again) duplicateSegments++;
	if (empty || (!full && !again)) return;
	const chars = charsOf(row, at);
	if (again) duplicateSegmentChars += chars;
	if (!full) return;
	fullLines++;
	if (again) duplicateFullChars += chars;
	if (chars <= most) shortLines++;
	if (flagsOf(pointAt(before(at, row))) & TERMINAL) terminalLines++;
}

function reset(): void {
	lines = bulletLines = ellipsisLines = fullLines = terminalLines = shortLines = 0;
	duplicateFullChars = segments = duplicateSegments = duplicateSegmentChars = 0;
}

function report(): void {
	figure.set(figure.LINES, lines);
	figure.set(figure.BULLET_LINES, bulletLines);
	figure.set(figure.ELLIPSIS_LINES, ellipsisLines);
	figure.set(figure.FULL_LINES, fullLines);
	figure.set(figure.TERMINAL_LINES, terminalLines);
	figure.set(figure.SHORT_LINES, shortLines);
	figure.set(figure.DUPLICATE_FULL_LINE_CHARS, duplicateFullChars);
	figure.set(figure.SEGMENTS, segments);
	figure.set(figure.DUPLICATE_SEGMENTS, duplicateSegments);
	figure.set(figure.DUPLICATE_SEGMENT_CHARS, duplicateSegmentChars);
}
