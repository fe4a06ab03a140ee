import {pairHeap} from './pair-heap.ts';
import {pairTable} from './pair-table.ts';

export interface LearnMergesOptions {
	/** Symbols in all at which learning ends. */
	readonly vocabularySize: number;
	/** Rarer pairs are not merged. */
	readonly minFrequency: number;
}

export interface LearntMerges {
	/** Every symbol, by id: those given, then merged ones. */
	readonly symbols: readonly string[];
	readonly merges: readonly (readonly [string, string])[];
}

/**
 * Learns byte-pair merges: again and again the most frequent pair of neighbours within words, of equals the one with the
 * smaller ids. Gives the merges of the trainer of Hugging Face tokenizers for equal counts, in whatever order they come.
 * `encode` writes a word as ids of `alphabet`.
 */
export function learnMerges(
	counts: ReadonlyMap<string, number>,
	alphabet: readonly string[],
	encode: (word: string) => ArrayLike<number>,
	{vocabularySize, minFrequency}: LearnMergesOptions,
): LearntMerges {
	const {symbols, starts, lengths, frequencies} = wordsOf(counts, encode);
	const pairs = pairTable();
	for (let word = 0; word < lengths.length; word++) {
		const start = starts[word] ?? 0;
		const end = start + (lengths[word] ?? 0);
		for (let at = start + 1; at < end; at++)
			pairs.note(pairs.add(symbols[at - 1] ?? 0, symbols[at] ?? 0, frequencies[word] ?? 0), word);
	}
	const heap = pairHeap(pairs);
	for (let pair = 0; pair < pairs.size; pair++) heap.push(pair);

	const names = [...alphabet];
	const ids = new Map(names.map((name, id) => [name, id]));
	const merges: (readonly [string, string])[] = [];
	while (names.length < vocabularySize) {
		const top = heap.pop();
		if (top === undefined || pairs.count(top) < Math.max(1, minFrequency)) break;
		const [left, right] = [pairs.left(top), pairs.right(top)];
		const name = `${names[left] ?? ''}${names[right] ?? ''}`;
		let merged = ids.get(name);
		if (merged === undefined) {
			merged = names.length;
			names.push(name);
			ids.set(name, merged);
		}
		merges.push([names[left] ?? '', names[right] ?? '']);
		const grown = new Set<number>();
		for (const word of pairs.take(top)) mergeIn(word, left, right, merged, grown);
		for (const pair of grown) heap.push(pair);
	}
	return {symbols: names, merges};

	function mergeIn(word: number, left: number, right: number, merged: number, grown: Set<number>): void {
		const start = starts[word] ?? 0;
		const end = start + (lengths[word] ?? 0);
		const frequency = frequencies[word] ?? 0;
		let to = start;
		for (let at = start; at < end; at++) {
			const symbol = symbols[at] ?? 0;
			if (symbol !== left || at + 1 === end || symbols[at + 1] !== right) {
				symbols[to++] = symbol;
				continue;
			}
			if (to > start) {
				const before = symbols[to - 1] ?? 0;
				pairs.add(before, left, -frequency);
				gain(before, merged);
			}
			if (at + 2 < end) {
				const after = symbols[at + 2] ?? 0;
				pairs.add(right, after, -frequency);
				gain(merged, after);
			}
			symbols[to++] = merged;
			at++;
		}
		lengths[word] = to - start;

		function gain(first: number, second: number): void {
			const pair = pairs.add(first, second, frequency);
			pairs.note(pair, word);
			grown.add(pair);
		}
	}
}

/** Words as one run of ids. */
function wordsOf(counts: ReadonlyMap<string, number>, encode: (word: string) => ArrayLike<number>) {
	const starts = new Int32Array(counts.size);
	const lengths = new Int32Array(counts.size);
	const frequencies = new Float64Array(counts.size);
	let symbols = new Int32Array(1 << 16);
	let end = 0;
	let word = 0;
	for (const [text, count] of counts) {
		const ids = encode(text);
		if (symbols.length - end < ids.length) {
			const wider = new Int32Array(Math.max(symbols.length * 2, end + ids.length));
			wider.set(symbols);
			symbols = wider;
		}
		symbols.set(ids, end);
		starts[word] = end;
		lengths[word] = ids.length;
		frequencies[word++] = count;
		end += ids.length;
	}
	return {symbols, starts, lengths, frequencies};
}
