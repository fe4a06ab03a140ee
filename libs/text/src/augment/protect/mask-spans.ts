import type {ProtectedSpan} from './find-spans.ts';
import {looseMasks, maskWord, maskWords} from './mask-word.ts';

/** A text whose protected spans are masked, and the way back. */
export interface MaskedText {
	readonly text: string;
	/** The mask of each span, in order. */
	readonly masks: readonly string[];
	/** Puts the spans back into a variant of the masked text. */
	restore(variant: string): RestoredText;
}

export interface RestoredText {
	readonly text: string;
	/** Spans whose mask is not there exactly once as a word of its own, and mask words that stand for no span. */
	readonly lost: number;
}

/**
 * Puts a title-case nonsense word in the place of each span: translation engines read it as a name, so that grammar
 * holds, and carry it through. Mask words that the text holds itself are passed over.
 */
export function maskSpans(text: string, spans: readonly ProtectedSpan[]): MaskedText {
	if (spans.length === 0)
		return {text, masks: [], restore: (variant) => ({text: variant, lost: stray(variant, text)})};
	const taken = new Set(looseMasks(text));
	const masks: string[] = [];
	for (let next = 0; masks.length < spans.length; next++) {
		const mask = maskWord(next);
		if (!taken.has(mask.toLowerCase())) masks.push(mask);
	}
	let masked = '';
	let at = 0;
	const parts = new Map<string, string>();
	for (const [index, {start, end}] of spans.entries()) {
		const mask = masks[index] ?? '';
		masked += text.slice(at, start) + mask;
		parts.set(mask, text.slice(start, end));
		at = end;
	}
	masked += text.slice(at);
	return {
		text: masked,
		masks,
		restore: (variant) => {
			const seen = new Map<string, number>();
			for (const {mask} of maskWords(variant)) seen.set(mask, (seen.get(mask) ?? 0) + 1);
			const wrong = masks.filter((mask) => seen.get(mask) !== 1).length;
			const whole = masks.reduce((sum, mask) => sum + (seen.get(mask) ?? 0), 0);
			// What looks like a mask in another case, inflected or glued to a word, stands for a span that is damaged.
			const loose = looseMasks(variant).length - whole - looseMasks(text).length;
			return {
				text: restored(variant, parts),
				lost: wrong + Math.max(0, loose),
			};
		},
	};
}

const stray = (variant: string, text: string): number =>
	Math.max(0, looseMasks(variant).length - looseMasks(text).length);

function restored(variant: string, parts: ReadonlyMap<string, string>): string {
	let text = '';
	let at = 0;
	for (const {mask, index} of maskWords(variant)) {
		const part = parts.get(mask);
		if (part === undefined) continue;
		text += variant.slice(at, index) + part;
		at = index + mask.length;
	}
	return text + variant.slice(at);
}
