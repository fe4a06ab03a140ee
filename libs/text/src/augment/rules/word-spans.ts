/**
 * The words of a text with their places: letters, marks and digits, with apostrophes and hyphens between them.
 */
export function wordSpans(text: string): readonly WordSpan[] {
	const spans: WordSpan[] = [];
	// In pieces, since a class that repeats without bound keeps a way back for each character.
	for (const {0: word, index} of text.matchAll(WORD))
		spans.push({word, start: index, end: index + word.length});
	return spans;
}

/** A word and where it stands; the end is not part of it. */
export interface WordSpan {
	readonly word: string;
	readonly start: number;
	readonly end: number;
}

/** Puts other words in the place of words; all else stays byte for byte. Spans ascend. */
export function replaceSpans(text: string, replacements: readonly WordSpan[]): string {
	let [out, from] = ['', 0];
	for (const {word, start, end} of replacements) {
		out += text.slice(from, start) + word;
		from = end;
	}
	return out + text.slice(from);
}

const WORD = /[\p{L}\p{M}\p{N}]{1,1000}(?:['\u2019-][\p{L}\p{N}][\p{L}\p{M}\p{N}]{0,1000}){0,20}/gu;
