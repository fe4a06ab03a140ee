import * as figure from './figures';
import {input, stopSeen, stopSlots, stopTexts, stops, wordBorders, wordChars} from './memory';
import {LETTER, PUNCTUATION, flagsOf, pointAt, widthOf} from './word-flags';

let document: u32 = 0;

/**
 * Counts the words `first` to `last` of the window and their code points. A plain word has more than punctuation, a
 * letter word a letter; stop words are those of the table.
 */
export function wordFigures(first: i32, last: i32, base: i32): void {
	document++;
	let plain = 0;
	let plainChars = 0;
	let letters = 0;
	let distinct = 0;
	let stopped = 0;
	let longest = 0;
	let total = 0;
	let to = wordChars;
	store<i32>(to, 0);
	for (let word = first; word < last; word++) {
		const border = wordBorders + ((<usize>word) << 3);
		const from = input + load<i32>(border) - base;
		const end = input + load<i32>(border, 4) - base;
		let chars = 0;
		let flags: u32 = 0;
		let marks: u32 = PUNCTUATION;
		for (let at = from; at < end; chars++) {
			const byte = <u32>load<u8>(at);
			if ((byte | 32) - 97 < 26) {
				flags |= LETTER;
				marks = 0;
				at++;
				continue;
			}
			const own = flagsOf(pointAt(at));
			flags |= own;
			marks &= own;
			at += widthOf(byte);
		}
		total += chars;
		longest = max(longest, chars);
		to += 4;
		store<i32>(to, total);
		if (!marks) {
			plain++;
			plainChars += chars;
		}
		if (flags & LETTER) letters++;
		const stop = stopOf(from, end);
		if (stop) {
			stopped++;
			const seen = stopSeen + ((<usize>(stop - 1)) << 2);
			if (load<u32>(seen) != document) distinct++;
			store<u32>(seen, document);
		}
	}
	figure.set(figure.WORDS, last - first);
	figure.set(figure.PLAIN_WORDS, plain);
	figure.set(figure.PLAIN_WORD_CHARS, plainChars);
	figure.set(figure.LETTER_WORDS, letters);
	figure.set(figure.STOP_WORDS, distinct);
	figure.set(figure.STOP_WORD_COUNT, stopped);
	figure.set(figure.LONGEST_WORD, longest);
	figure.set(figure.WORD_CHARS, total);
}

/** The number of a stop word, counted from one; 0 where it is none. Slots are tried from the first and the last byte and the length. */
function stopOf(from: usize, end: usize): u32 {
	const length = end - from;
	const mixed =
		((<u32>load<u8>(from)) | ((<u32>load<u8>(end - 1)) << 8) | ((<u32>length) << 16)) * 0x9e3779b1;
	let slot = mixed >> 21;
	for (;;) {
		const at = stops + ((<usize>slot) << 3);
		const number = <u32>load<u16>(at, 4);
		if (number == 0) return 0;
		if (<usize>load<u16>(at, 2) == length && memory.compare(stopTexts + load<u16>(at), from, length) == 0)
			return number;
		slot = (slot + 1) & (stopSlots - 1);
	}
	return 0;
}
