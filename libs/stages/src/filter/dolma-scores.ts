import {defineStage, float64, int32, nullable, struct, utf8, type RowOf} from '@millrace/core';
import {countsOf, ngramCounts, numbered} from './quality/ngram-counts.ts';
import {codePoints, wordsOf} from './quality/python-text.ts';
import {dolmaDialect, gopherStopWords} from './quality/quality-option.ts';

/** What dolma's Gopher tagger says of a document. N-grams are null where there are fewer words. */
export const dolmaColumn = struct({
	/** Words between whitespace, their median length, and how many stop words are among them. */
	words: int32,
	medianWordLength: float64,
	stopWords: int32,
	/** Shares of words with `#` or `…`, and with a letter. */
	symbols: float64,
	letterWords: float64,
	/** Shares of lines that begin with `*` or `-`, that end in `…`, and that occur more than once. */
	bulletLines: float64,
	ellipsisLines: float64,
	duplicateLines: float64,
	/** Shares of the characters that are no whitespace: in such lines, and in the most frequent n-gram. */
	duplicateLineChars: float64,
	top2: nullable(float64),
	top3: nullable(float64),
	top4: nullable(float64),
	/** Shares of the characters of all n-grams that are in those which occur more than once. */
	duplicate5: nullable(float64),
	duplicate6: nullable(float64),
	duplicate7: nullable(float64),
	duplicate8: nullable(float64),
	duplicate9: nullable(float64),
	duplicate10: nullable(float64),
});

/**
 * Adds `dolma`, the figures of the tagger `gopher_v1` of dolma, to every row. `dolma` applies thresholds to them, which
 * may change without a new count.
 */
export const dolmaScores = defineStage({
	name: 'dolma-scores',
	summary: "Adds the figures of dolma's Gopher tagger, which counts otherwise than datatrove.",
	source: 'Rae et al. 2021, Scaling Language Models (Gopher); as computed by dolma 1.2.1, gopher_v1.',
	needs: {text: utf8},
	adds: {dolma: dolmaColumn},
	options: {dialect: dolmaDialect},
	closesOver: 'options',
	endsSegment: true,
	map: ({text}) => ({dolma: dolmaOf(text)}),
});

function dolmaOf(text: string): RowOf<{dolma: typeof dolmaColumn}>['dolma'] {
	const words = wordsOf(text);
	const lengths = words.map(codePoints);
	const chars = lengths.reduce((sum, length) => sum + length, 0);
	const of = (part: number, whole: number): number => part / Math.max(whole, 1);
	const wordsWith = (test: (word: string) => boolean): number => of(words.filter(test).length, words.length);
	const lines = text === '' ? [] : text.split('\n');
	const linesWith = (test: (line: string) => boolean): number => of(lines.filter(test).length, lines.length);
	const numbers = numbered(lines);
	const lineCounts = countsOf(numbers);
	const again = lines.filter((_, line) => (lineCounts[numbers[line] ?? 0] ?? 0) > 1);
	return {
		words: words.length,
		medianWordLength: medianOf(lengths),
		stopWords: words.filter((word) => STOP_WORDS.has(word)).length,
		symbols: wordsWith((word) => word.includes('#') || word.includes('\u2026')),
		letterWords: wordsWith((word) => LETTER.test(word)),
		bulletLines: linesWith((line) => line.startsWith('*') || line.startsWith('-')),
		ellipsisLines: linesWith((line) => line.endsWith('\u2026')),
		duplicateLines: of(again.length, lines.length),
		duplicateLineChars: of(
			again.reduce((sum, line) => sum + codePoints(line), 0),
			chars,
		),
		...ngramsOf(words, lengths, chars),
	};
}

const STOP_WORDS = new Set(gopherStopWords);
const LETTER = /\p{L}/u;

function medianOf(lengths: readonly number[]): number {
	const sorted = Int32Array.from(lengths).sort();
	const [low = 0, high = 0] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
	return (low + high) / 2;
}

function ngramsOf(words: readonly string[], lengths: readonly number[], chars: number) {
	const shares: (number | null)[] = Array<null>(11).fill(null);
	const before = [0];
	for (const length of lengths) before.push((before.at(-1) ?? 0) + length);
	for (const {n, grams, counts} of ngramCounts(numbered(words), 10)) {
		if (grams.length === 0) break;
		const charsAt = (at: number): number => (before[at + n] ?? 0) - (before[at] ?? 0);
		if (n < 5) {
			const best = counts.indexOf(counts.reduce((most, count) => Math.max(most, count), 0));
			shares[n] = ((counts[best] ?? 0) * charsAt(grams.indexOf(best))) / Math.max(chars, 1);
		} else {
			let [all, repeated] = [0, 0];
			for (let at = 0; at < grams.length; at++) {
				all += charsAt(at);
				if ((counts[grams[at] ?? 0] ?? 0) > 1) repeated += charsAt(at);
			}
			shares[n] = repeated / Math.max(all, 1);
		}
	}
	const [, , top2 = null, top3 = null, top4 = null, duplicate5 = null, duplicate6 = null, ...rest] = shares;
	const [duplicate7 = null, duplicate8 = null, duplicate9 = null, duplicate10 = null] = rest;
	return {top2, top3, top4, duplicate5, duplicate6, duplicate7, duplicate8, duplicate9, duplicate10};
}
