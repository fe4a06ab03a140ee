import {segmentSentences} from '../../segment/segment-sentences.ts';

/** A text in parts that are translated by themselves: `lead`, then every part with the white space after it, are the text. */
export interface CutText {
	readonly lead: string;
	readonly parts: readonly {readonly text: string; readonly space: string}[];
}

/** Cuts a text into sentences, or leaves it whole but for the white space around it. */
export function cutText(text: string, language: string, by: 'sentences' | 'texts'): CutText {
	const trimmed = text.trimStart();
	const lead = text.slice(0, text.length - trimmed.length);
	const pieces = by === 'sentences' ? segmentSentences(trimmed, {language}) : [trimmed];
	return {
		lead,
		parts: Array.from(pieces, (piece) => {
			const part = piece.trimEnd();
			return {text: part, space: piece.slice(part.length)};
		}),
	};
}
