import {rougeL, rougeWords} from './rouge-l.ts';

/** Texts that were kept, and which of them is nearest to another by ROUGE-L. */
export interface RougePool<Name> {
	/** A text of the pool with ROUGE-L above `most`, the first that was added; undefined where there is none. */
	near(text: string): {readonly name: Name; readonly score: number} | undefined;
	add(text: string, name: Name): void;
}

/**
 * A pool in memory. An index of words leaves out texts that have too few words in common or are too long or
 * short.
 */
export function rougePool<Name>(most: number): RougePool<Name> {
	const kept: {readonly words: readonly string[]; readonly name: Name}[] = [];
	const index = new Map<string, number[]>();
	return {
		near(text) {
			const words = rougeWords(text);
			const shared = new Map<number, number>();
			for (const word of new Set(words))
				for (const place of index.get(word) ?? []) shared.set(place, (shared.get(place) ?? 0) + 1);
			for (const place of [...shared.keys()].sort((a, b) => a - b)) {
				const other = kept[place];
				if (
					!other ||
					(2 * Math.min(words.length, other.words.length)) / (words.length + other.words.length) <= most
				)
					continue;
				const score = rougeL(words, other.words);
				if (score > most) return {name: other.name, score};
			}
			return undefined;
		},
		add(text, name) {
			const words = rougeWords(text);
			for (const word of new Set(words)) {
				const places = index.get(word);
				if (places) places.push(kept.length);
				else index.set(word, [kept.length]);
			}
			kept.push({words, name});
		},
	};
}
