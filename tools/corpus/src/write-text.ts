import type {Random} from '@millrace/core';
import {reserve, type Bytes} from './bytes.ts';
import {vocabularySize, type Vocabulary} from './vocabulary.ts';
import {zipfSlots, zipfTable} from './zipf.ts';

const frequency = zipfTable(vocabularySize);
const quote = 0x22;
const newline = 0x0a;

/**
 * Appends `target` bytes of text, or the few more that end its last word: sentences of a dozen words, some quoted, in
 * paragraphs. With `changes` a few words are others, the first of them among the first six.
 */
export function writeText(
	into: Bytes,
	words: Vocabulary,
	target: number,
	choices: Random,
	changes?: Random,
): void {
	const {bytes, offsets, space, stop} = words;
	const end = into.length + target;
	let nextChange = changes ? changes.int(6) : -1;
	let changesLeft = changes ? 1 + changes.int(4) : 0;
	let [first, quoted] = [true, false];
	for (let word = 0; into.length < end; word++) {
		reserve(into, 256);
		const draw = choices.float() * zipfSlots;
		const slot = Math.floor(draw);
		// The 16 bits that did not choose the word choose what follows it.
		const rest = draw - slot;
		let rank = frequency[slot] ?? 0;
		if (changes && word === nextChange && changesLeft > 0) {
			rank = (rank + 1 + changes.int(vocabularySize - 1)) % vocabularySize;
			changesLeft--;
			nextChange += 5 + changes.int(40);
		}
		if (first && rest > 0.95) {
			quoted = true;
			into.data[into.length++] = quote;
		}
		const form = first ? rank + vocabularySize : rank;
		append(into, bytes, offsets[form] ?? 0, offsets[form + 1] ?? 0);
		first = rest < 0.08;
		if (!first) append(into, space, 0, space.length);
		else {
			if (quoted) into.data[into.length++] = quote;
			quoted = false;
			append(into, stop, 0, stop.length);
			if (rest < 0.015) into.data[into.length++] = newline;
			if (rest < 0.01) into.data[into.length++] = newline;
		}
	}
}

/** Copies by hand: a word is shorter than a call of `set` is slow. */
function append(into: Bytes, from: Uint8Array, start: number, end: number): void {
	const {data} = into;
	let {length} = into;
	for (let index = start; index < end; index++) data[length++] = from[index] ?? 0;
	into.length = length;
}
