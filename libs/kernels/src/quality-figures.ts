import type {BytesBatch} from './bytes-batch.ts';
import {figureNames, type FigureName} from './figure-names.ts';
import {qualityFiguresTwin} from './quality-figures-twin.ts';
import {fillStopWords} from './stop-words.ts';
import {walkRows} from './walk-rows.ts';
import {wordBorders, type WordBorders} from './word-borders.ts';
import {wordKernel} from './word-kernel.ts';

/** What to count, and by which measures. */
export interface FigureOptions {
	/** Words that are counted as stop words, as they are written. */
	readonly stopWords?: readonly string[];
	/** The code points of the longest short line, 30 by default. */
	readonly shortLine?: number;
	/** The words of the batch, by default those that `wordBorders` finds. */
	readonly words?: WordBorders;
	/** Whether to measure n-grams too; without, their figures are those of a row without words. */
	readonly repetition?: boolean;
}

/** One number a row for each figure. */
export type QualityFigures = {readonly [K in FigureName]: Int32Array};

/**
 * Counts characters, lines, paragraphs, words and n-grams of each row in WebAssembly, everything that the quality
 * filters of web corpora ask. N-grams, lines and paragraphs are equal where their 64-bit hashes are. Rows are
 * well-formed UTF-8. Throws a RangeError unless the offsets ascend within the bytes.
 */
export function qualityFigures(batch: BytesBatch, options: FigureOptions = {}): QualityFigures {
	const {wasm, wordBorders: places, figures} = wordKernel();
	const {stopWords = none, shortLine = 30, words = wordsOf(batch), repetition = false} = options;
	const columns = figureNames.map(() => new Int32Array(Math.max(0, batch.offsets.length - 1)));
	const write = (row: number, values: ArrayLike<number>): void => {
		for (let column = 0; column < columns.length; column++) {
			columns[column]?.fill(values[column] ?? 0, row, row + 1);
		}
	};
	fillStopWords(wasm, stopWords);
	walkRows(batch, {
		window(first, count, base) {
			const before = words.rows[first] ?? 0;
			places.set(words.borders.subarray(before * 2, (words.rows[first + count] ?? 0) * 2));
			for (let row = first; row < first + count; row++) {
				const from = (words.rows[row] ?? 0) - before;
				const to = (words.rows[row + 1] ?? 0) - before;
				wasm.lineFigures((batch.offsets[row] ?? 0) - base, (batch.offsets[row + 1] ?? 0) - base, shortLine);
				wasm.wordFigures(from, to, base);
				wasm.repetitionFigures(from, repetition ? to : from, base);
				write(row, figures);
			}
		},
		long(row, bytes) {
			const [from, to] = [words.rows[row] ?? 0, words.rows[row + 1] ?? 0];
			const base = batch.offsets[row] ?? 0;
			const own = words.borders.subarray(from * 2, to * 2).map((at) => at - base);
			const twin = qualityFiguresTwin(bytes, own, {stopWords, shortLine, repetition});
			write(
				row,
				figureNames.map((name) => twin[name]),
			);
		},
	});
	return byName(columns);
}

const none: readonly string[] = [];

/** The words of batches that are still there, since several stages ask for those of one. */
const known = new WeakMap<Int32Array, {readonly bytes: Uint8Array; readonly words: WordBorders}>();

function wordsOf(batch: BytesBatch): WordBorders {
	const found = known.get(batch.offsets);
	if (found?.bytes === batch.bytes) return found.words;
	const words = wordBorders(batch);
	known.set(batch.offsets, {bytes: batch.bytes, words});
	return words;
}

function byName(columns: readonly Int32Array[]): QualityFigures {
	const named: Partial<Record<FigureName, Int32Array>> = {};
	for (const [place, name] of figureNames.entries()) named[name] = columns[place] ?? new Int32Array(0);
	if (!isComplete(named)) throw new Error('quality figures: expected every figure; mend figure-names.ts.');
	return named;
}

const isComplete = (named: Partial<QualityFigures>): named is QualityFigures =>
	figureNames.every((name) => name in named);
