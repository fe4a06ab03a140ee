import type {NgramTable} from './ngram-table.ts';

/** A run of words that a text shares with an item. */
export interface Run {
	readonly item: number;
	/** Its first word in the text. */
	readonly at: number;
	/** Its first word in the list of all items. */
	readonly place: number;
	readonly words: number;
}

/**
 * The runs of `n` words or more that a text shares with items: for each item, from the first word on, the longest run
 * over the place that is reached, then from its end on. The longest run of an item is always among them. Linear in the
 * text, times the places that are kept of an n-gram.
 */
export function longestRuns(
	text: Int32Array,
	list: Int32Array,
	owners: Int32Array,
	table: NgramTable,
	n: number,
): readonly Run[] {
	const runs: Run[] = [];
	/** For each item, the word of the text from which on an n-gram may be part of a longer run than those found. */
	const open = new Map<number, number>();
	let known = 0;
	for (let end = 0; end < text.length; end++) {
		known = (text[end] ?? -1) < 0 ? 0 : known + 1;
		if (known < n) continue;
		const at = end - n + 1;
		const longest = new Map<number, Run>();
		for (const place of table.places(text, at)) {
			const item = owners[place] ?? -1;
			if (at < (open.get(item) ?? 0)) continue;
			const run = extended(text, list, at, place, n);
			if (run.words > (longest.get(item)?.words ?? 0)) longest.set(item, {item, ...run});
		}
		for (const [item, run] of longest) {
			runs.push(run);
			open.set(item, run.at + run.words - n + 1);
		}
	}
	return runs;
}

function extended(
	text: Int32Array,
	list: Int32Array,
	at: number,
	place: number,
	n: number,
): Omit<Run, 'item'> {
	let before = 0;
	while (same(text, list, at - before - 1, place - before - 1)) before++;
	let words = n;
	while (same(text, list, at + words, place + words)) words++;
	return {at: at - before, place: place - before, words: words + before};
}

/** Whether the words at two places are one word; items are parted by -1, and an unknown word is -1 too. */
function same(text: Int32Array, list: Int32Array, at: number, place: number): boolean {
	const word = text[at] ?? -1;
	return word >= 0 && word === (list[place] ?? -1);
}
