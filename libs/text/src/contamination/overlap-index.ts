import {MillraceError} from '@millrace/core';
import {comparedWords, type WordForm} from './compared-words.ts';
import type {EvaluationSet} from './evaluation-set.ts';
import {longestRuns, type Run} from './longest-runs.ts';
import {ngramTable} from './ngram-table.ts';
import {phraseTrie} from './phrase-trie.ts';

/** What of a text stands in an evaluation. */
export interface Overlap {
	readonly set: string;
	/** The item's place in its set, from 0. */
	readonly item: number;
	/** Where in the text that was searched, in UTF-16 units. */
	readonly start: number;
	readonly end: number;
	/** The words, as they stand there. */
	readonly matched: string;
	/** Words in the run. */
	readonly words: number;
}

export interface OverlapFigures {
	/** What was searched, in which the places are: the text, or what datatrove makes of it. */
	readonly text: string;
	/** The runs, in order of the text. */
	readonly overlaps: readonly Overlap[];
	/** Words of the longest. */
	readonly longest: number;
	/** The largest share of an item's words that runs cover, from 0 to 1. */
	readonly share: number;
}

export interface OverlapOptions {
	/** Words that a run needs; shorter items must be there whole. */
	readonly n: number;
	/** Items with fewer words are not looked for: every text has them. */
	readonly shortest: number;
	readonly form: WordForm;
	readonly language: string;
}

export interface OverlapIndex {
	/** Items by set: looked for by n-grams, looked for whole, and too short to look for. */
	readonly counts: readonly {
		readonly set: string;
		readonly long: number;
		readonly short: number;
		readonly skipped: number;
	}[];
	find(text: string): OverlapFigures;
}

/**
 * Makes the index of evaluation sets, which finds the runs of `n` words or more that a text shares with an item, each as
 * long as it goes, and shorter items as a whole. Throws a MillraceError `usage` where all items of a set are too short.
 */
export function overlapIndex(sets: readonly EvaluationSet[], options: OverlapOptions): OverlapIndex {
	const {n, shortest, form, language} = options;
	const ids = new Map<string, number>();
	const idsOf = (words: readonly string[]): Int32Array =>
		Int32Array.from(words, (word) => {
			const id = ids.get(word) ?? ids.size;
			if (id === ids.size) ids.set(word, id);
			return id;
		});
	const items: Item[] = [];
	const list: Int32Array[] = [];
	const phrases = phraseTrie();
	let length = 0;
	const counts = sets.map((set) => {
		const count = {set: set.name, long: 0, short: 0, skipped: 0};
		for (const [item, {text, query}] of set.items.entries()) {
			const own = wordsOf(text, form, language);
			const before = query === '' || n === 1 ? [] : wordsOf(query, form, language).slice(1 - n);
			const words = idsOf([...before, ...own]);
			if (words.length >= n && own.length > 0) {
				count.long++;
				items.push({set: set.name, item, start: length, words: words.length});
				list.push(words, END);
				length += words.length + 1;
			} else if (own.length >= shortest) {
				count.short++;
				phrases.add(idsOf(own), items.length);
				items.push({set: set.name, item, start: -1, words: own.length});
			} else count.skipped++;
		}
		return count;
	});
	const mute = counts.filter(({long, short}) => long + short === 0);
	if (mute.length > 0)
		throw new MillraceError(
			'usage',
			`evaluation ${mute.map(({set}) => set).join(', ')}: all items have fewer than ${shortest} words, so none would be looked for; lower shortest, or join more fields.`,
		);
	const all = new Int32Array(length);
	let at = 0;
	for (const words of list) {
		all.set(words, at);
		at += words.length;
	}
	const table = ngramTable(all, n);
	const owners = ownersOf(items, length);
	return {
		counts,
		find(text) {
			const {words, text: compared} = comparedWords(text, form, language);
			const known = Int32Array.from(words, ({word}) => ids.get(word) ?? -1);
			return figures(
				[...longestRuns(known, all, owners, table, n), ...phrases.runs(known)],
				items,
				words,
				compared,
			);
		},
	};
}

interface Item {
	readonly set: string;
	readonly item: number;
	/** Where its words begin in the list of all; -1 where it is looked for whole. */
	readonly start: number;
	readonly words: number;
}

const END = Int32Array.of(-1);

const wordsOf = (text: string, form: WordForm, language: string): readonly string[] =>
	comparedWords(text, form, language).words.map(({word}) => word);

/** For each word of the list, whose it is. */
function ownersOf(items: readonly Item[], length: number): Int32Array {
	const owners = new Int32Array(length).fill(-1);
	for (const [index, {start, words}] of items.entries())
		if (start >= 0) owners.fill(index, start, start + words);
	return owners;
}

function figures(
	runs: readonly Run[],
	items: readonly Item[],
	words: readonly {readonly start: number; readonly end: number}[],
	text: string,
): OverlapFigures {
	const overlaps = runs
		.toSorted((a, b) => a.at - b.at || b.words - a.words || a.item - b.item)
		.map(({item, at, words: count}) => {
			const [start, end] = [words[at]?.start ?? 0, words[at + count - 1]?.end ?? 0];
			return {
				set: items[item]?.set ?? '',
				item: items[item]?.item ?? 0,
				start,
				end,
				words: count,
				matched: text.slice(start, end),
			};
		});
	const longest = runs.reduce((most, run) => Math.max(most, run.words), 0);
	let share = 0;
	for (const [item, own] of Map.groupBy(runs, (run) => run.item)) {
		const of = items[item];
		if (of) share = Math.max(share, of.start < 0 ? 1 : covered(own) / of.words);
	}
	return {text, overlaps, longest, share};
}

/** How many words of an item its runs cover. */
function covered(runs: readonly Run[]): number {
	let [count, end] = [0, 0];
	for (const {place, words} of runs.toSorted((a, b) => a.place - b.place)) {
		count += Math.max(0, place + words - Math.max(end, place));
		end = Math.max(end, place + words);
	}
	return count;
}
