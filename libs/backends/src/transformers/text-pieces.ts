import {segmentSentences} from '@millrace/text';

/** A piece of a text: what a model is given, and the white space around it. */
export interface TextPiece {
	readonly before: string;
	readonly text: string;
	readonly after: string;
}

export interface TextPiecesOptions {
	readonly language: string;
	readonly lines: 'space' | 'end';
	/** Whether a model takes a text whole. */
	readonly fits: (text: string) => boolean;
	/** Characters above which a text is cut without asking. */
	readonly longest: number;
}

/**
 * Cuts a text into sentences, and sentences that a model does not take into halves at white space, so that nothing is ever
 * cut off. Pieces joined with the white space around them are the text.
 */
export function textPieces(text: string, options: TextPiecesOptions): TextPiece[] {
	const {language, lines} = options;
	const pieces: TextPiece[] = [];
	for (const sentence of segmentSentences(text, {language, lines}))
		for (const part of halves(sentence, options)) pieces.push(trimmed(part));
	return pieces;
}

/** Puts pieces together again, each with the white space that stood around it. */
export function joinPieces(pieces: readonly TextPiece[], texts: readonly string[]): string {
	return pieces.map(({before, after}, index) => before + (texts[index] ?? '') + after).join('');
}

function halves(text: string, options: TextPiecesOptions): string[] {
	const waiting = [text];
	const parts: string[] = [];
	for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
		if (next.length < 2 || (next.length <= options.longest && options.fits(next.trim()))) parts.push(next);
		else {
			const cut = cutPlace(next);
			waiting.push(next.slice(cut), next.slice(0, cut));
		}
	}
	return parts;
}

/** After the white space nearest to the middle or, if there is none in the middle half, at the middle. */
function cutPlace(text: string): number {
	const middle = Math.ceil(text.length / 2);
	for (let away = 0; away < text.length / 4; away++) {
		for (const at of [middle + away, middle - away])
			if (/\s/.test(text.charAt(at - 1)) && at > 0 && at < text.length) return at;
	}
	return isLowSurrogate(text, middle) ? middle - 1 || middle + 1 : middle;
}

function isLowSurrogate(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	return code >= 0xdc00 && code <= 0xdfff;
}

function trimmed(part: string): TextPiece {
	const text = part.trim();
	const start = part.length - part.trimStart().length;
	return {before: part.slice(0, start), text, after: text === '' ? '' : part.slice(start + text.length)};
}
