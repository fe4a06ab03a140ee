import type {Run} from './longest-runs.ts';

/** Finds phrases of word ids in texts. */
export interface PhraseTrie {
	add(words: Int32Array, item: number): void;
	/** Each phrase at each place. */
	runs(text: Int32Array): readonly Run[];
}

interface Node {
	readonly next: Map<number, Node>;
	readonly items: number[];
}

/** Makes an empty trie. */
export function phraseTrie(): PhraseTrie {
	const root: Node = {next: new Map(), items: []};
	return {
		add(words, item) {
			let node = root;
			for (const word of words) {
				const next = node.next.get(word) ?? {next: new Map(), items: []};
				node.next.set(word, next);
				node = next;
			}
			node.items.push(item);
		},
		runs(text) {
			const runs: Run[] = [];
			if (root.next.size === 0) return runs;
			const seen = new Set<number>();
			for (let at = 0; at < text.length; at++) {
				let node = root.next.get(text[at] ?? -1);
				for (let words = 1; node; node = node.next.get(text[at + words++] ?? -1)) {
					for (const item of node.items) {
						// Once is enough: a text of one phrase over and over has a million places.
						if (!seen.has(item)) runs.push({item, at, place: 0, words});
						seen.add(item);
					}
				}
			}
			return runs;
		},
	};
}
