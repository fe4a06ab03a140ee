import {charsOf} from './chars';
import * as figure from './figures';
import {clear, seen} from './hash-set';
import {digest} from './hash64';
import {SPACE, before, flagsOf, pointAt, widthOf} from './word-flags';

/** Counts the paragraphs of a text, which lines without anything divide once whitespace is off both ends. */
export function paragraphFigures(from: usize, to: usize): void {
	let start = from;
	let stop = to;
	while (start < stop && flagsOf(pointAt(start)) & SPACE) start += widthOf(load<u8>(start));
	while (stop > start) {
		const last = before(stop, start);
		if (!(flagsOf(pointAt(last)) & SPACE)) break;
		stop = last;
	}
	let borders = 0;
	for (let at = nextBorder(start, stop); at < stop; at = nextBorder(behind(at, stop), stop)) borders++;
	clear(borders + 1);
	let paragraph = start;
	let duplicates = 0;
	let chars = 0;
	for (let left = borders; left >= 0; left--) {
		const at = left > 0 ? nextBorder(paragraph, stop) : stop;
		if (seen(digest(paragraph, at, 0))) {
			duplicates++;
			chars += charsOf(paragraph, at);
		}
		paragraph = left > 0 ? behind(at, stop) : stop;
	}
	figure.set(figure.PARAGRAPHS, borders + 1);
	figure.set(figure.DUPLICATE_PARAGRAPHS, duplicates);
	figure.set(figure.DUPLICATE_PARAGRAPH_CHARS, chars);
}

/** The next newline that another follows, `to` where there is none. */
function nextBorder(from: usize, to: usize): usize {
	const newline = i8x16.splat(10);
	let at = from;
	for (;;) {
		while (at + 16 <= to) {
			const found = i8x16.bitmask(i8x16.eq(v128.load(at), newline));
			if (!found) {
				at += 16;
				continue;
			}
			at += ctz(found);
			break;
		}
		while (at < to && load<u8>(at) != 10) at++;
		if (at + 1 >= to) return to;
		if (load<u8>(at, 1) == 10) return at;
		at++;
	}
	return to;
}

/** Behind the newlines that begin here. */
function behind(border: usize, to: usize): usize {
	let at = border;
	while (at < to && load<u8>(at) == 10) at++;
	return at;
}
