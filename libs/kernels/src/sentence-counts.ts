import type {BytesBatch} from './bytes-batch.ts';
import {wordBorders, type WordBorders} from './word-borders.ts';
import {flagsOf, wordFlag} from './word-classes.ts';

/**
 * Counts the sentences of each row as the rule-based sentencizer of spaCy 3.8 does behind its blank English tokenizer:
 * one begins with the first word that is no punctuation behind a mark that ends sentences. As to datatrove 0.10, there is
 * one at least. Rows are well-formed UTF-8. Throws a RangeError unless the offsets ascend within the bytes.
 */
export function sentenceCounts(
	batch: BytesBatch,
	{borders, rows}: WordBorders = wordBorders(batch),
): Int32Array {
	const counts = new Int32Array(rows.length - 1);
	for (let row = 0; row < counts.length; row++) {
		const [first = 0, last = 0] = rows.subarray(row, row + 2);
		const end = batch.offsets[row + 1] ?? 0;
		let ended = false;
		for (let word = first; word < last; word++) {
			const from = borders[word * 2] ?? 0;
			const to = borders[word * 2 + 1] ?? 0;
			// To spaCy whitespace of more than a space is a word too, and no punctuation.
			const apart = word > first && isWideGap(batch.bytes, borders[word * 2 - 1] ?? 0, from);
			const ends = isEnd(batch.bytes, from, to);
			if (word === first || (ended && (apart || !(ends || isPunctuation(batch.bytes, from, to))))) {
				counts[row] = (counts[row] ?? 0) + 1;
				ended = false;
			}
			if (ends) ended = true;
		}
		const behind = last > first ? (borders[last * 2 - 1] ?? 0) : end;
		if (last === first || (ended && isWideGap(batch.bytes, behind, end)))
			counts[row] = (counts[row] ?? 0) + 1;
	}
	return counts;
}

const isWideGap = (bytes: Uint8Array, from: number, to: number): boolean =>
	to - from > 1 || (to - from === 1 && bytes[from] !== 32);

function isEnd(bytes: Uint8Array, from: number, to: number): boolean {
	const first = bytes[from] ?? 0;
	if (first < 128) return to - from === 1 && (flagsOf(first) & wordFlag.sentenceEnd) !== 0;
	if (to - from > 4) return false;
	const point = textOf(bytes, from, to);
	const code = point.codePointAt(0) ?? 0;
	return point.length === (code > 0xffff ? 2 : 1) && (flagsOf(code) & wordFlag.sentenceEnd) !== 0;
}

const isPunctuation = (bytes: Uint8Array, from: number, to: number): boolean =>
	/^\p{P}+$/u.test(textOf(bytes, from, to));

const textOf = (bytes: Uint8Array, from: number, to: number): string =>
	Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString();
