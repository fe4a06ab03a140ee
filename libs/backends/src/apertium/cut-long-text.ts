import {segmentSentences} from '@millrace/text';

/** A piece of a text; what is not translated stays as it is. */
export interface TextPiece {
	readonly text: string;
	readonly translate: boolean;
}

/**
 * Cuts a text that is longer than the tools take into pieces, at sentences, then at white space; joined they are the text. A word of more
 * than 200 characters is no word of a language, and the tools take quadratic time for it: it stays as it is.
 */
export function cutLongText(text: string, language: string): readonly TextPiece[] {
	if (text.length <= LONGEST && !LONG_WORD.test(text)) return [{text, translate: true}];
	const pieces: TextPiece[] = [];
	for (const sentence of segmentSentences(text, {language}))
		for (const part of sentence.split(LONG_WORDS)) {
			if (LONG_WORD.test(part)) pieces.push({text: part, translate: false});
			else for (const piece of cutAtSpaces(part)) pieces.push({text: piece, translate: /\p{L}/u.test(piece)});
		}
	return pieces;
}

const LONGEST = 1000;
const LONG_WORD = /\S{201}/;
const LONG_WORDS = /(\S{201,})/;

function* cutAtSpaces(text: string): Generator<string> {
	let from = 0;
	while (text.length - from > LONGEST) {
		let end = from + LONGEST;
		while (!/\s/.test(text.charAt(end - 1))) end--;
		yield text.slice(from, end);
		from = end;
	}
	if (from < text.length) yield text.slice(from);
}
