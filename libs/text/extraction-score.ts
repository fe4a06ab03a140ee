/** How well a text agrees with the one that was marked, by the word 4-grams in both. */
export interface ExtractionScore {
	readonly precision: number;
	readonly recall: number;
	readonly f1: number;
}

/** Compares an extracted text with the marked one: 4-grams of words in lower case, each as often as it occurs. */
export function extractionScore(text: string, marked: string): ExtractionScore {
	const [found, wanted] = [fourGrams(text), fourGrams(marked)];
	let shared = 0;
	for (const [gram, count] of found) shared += Math.min(count, wanted.get(gram) ?? 0);
	const [all, due] = [sum(found), sum(wanted)];
	if (shared === 0) return {precision: 0, recall: 0, f1: 0};
	const [precision, recall] = [shared / all, shared / due];
	return {precision, recall, f1: (2 * precision * recall) / (precision + recall)};
}

/** The mean of scores, page by page. */
export function meanScore(scores: readonly ExtractionScore[]): ExtractionScore {
	const mean = (of: (score: ExtractionScore) => number): number =>
		scores.reduce((total, score) => total + of(score), 0) / Math.max(1, scores.length);
	return {
		precision: mean(({precision}) => precision),
		recall: mean(({recall}) => recall),
		f1: mean(({f1}) => f1),
	};
}

function fourGrams(text: string): ReadonlyMap<string, number> {
	// Without spaces between words, every character is one.
	const words = (text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).flatMap((word) =>
		/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(word)
			? Array.from(word)
			: [word],
	);
	const grams = new Map<string, number>();
	for (let at = 0; at + 4 <= words.length; at++) {
		const gram = words.slice(at, at + 4).join(' ');
		grams.set(gram, (grams.get(gram) ?? 0) + 1);
	}
	return grams;
}

const sum = (grams: ReadonlyMap<string, number>): number =>
	[...grams.values()].reduce((total, count) => total + count, 0);
