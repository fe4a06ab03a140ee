import {wordTokens} from '../../word-tokens.ts';

/** What two texts are compared by. */
export interface Novelty {
	/** The text without differences of case, width and white space. */
	readonly same: string;
	readonly grams: ReadonlySet<string>;
}

/** What a text is compared by: its words and marks without case, in runs of three (of fewer in a shorter text). */
export function noveltyOf(text: string): Novelty {
	const same = text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
	const tokens = wordTokens(same, {punctuation: true});
	const length = Math.min(3, tokens.length);
	const grams = new Set<string>();
	for (let at = 0; at + length <= tokens.length && length > 0; at++)
		grams.add(tokens.slice(at, at + length).join(' '));
	return {same, grams};
}

/** How much of two texts is the same: 1 where they are identical, else the Jaccard index of their runs of three words, below 1. */
export function overlap(a: Novelty, b: Novelty): number {
	if (a.same === b.same) return 1;
	const [few, many] = a.grams.size < b.grams.size ? [a.grams, b.grams] : [b.grams, a.grams];
	let both = 0;
	for (const gram of few) if (many.has(gram)) both++;
	const either = few.size + many.size - both;
	// Texts may differ in white space between marks alone, or in repetitions, without being identical.
	return either === 0 ? 0 : Math.min(0.999, both / either);
}
