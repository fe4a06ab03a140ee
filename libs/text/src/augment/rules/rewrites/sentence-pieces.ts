import type {WordSpan} from '../word-spans.ts';

/**
 * The sentences of a text with their places, without the white space around them; those over 300 characters
 * are left out.
 */
export function sentencePieces(text: string): readonly WordSpan[] {
	const pieces: WordSpan[] = [];
	let start = 0;
	const push = (end: number): void => {
		if (end - start > LONGEST + 50) return;
		const raw = text.slice(start, end);
		const word = raw.trim();
		const from = start + (raw.length - raw.trimStart().length);
		if (word !== '' && word.length <= LONGEST) pieces.push({word, start: from, end: from + word.length});
	};
	for (const {0: mark, index} of text.matchAll(END)) {
		const end = mark.startsWith('\n') ? index : index + mark.length;
		push(end);
		start = end;
	}
	push(text.length);
	return pieces;
}

const LONGEST = 300;
const END = /[.!?](?=\s)|\n/g;
