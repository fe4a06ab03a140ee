import {defineStage, float64, int32, nullable, struct, utf8, type RowOf} from '@millrace/core';
import {z} from 'zod';
import {countsOf, ngramCounts, numbered, paired} from './quality/ngram-counts.ts';
import {codePoints, splitLines} from './quality/python-text.ts';
import {dataJuicerDialect} from './quality/quality-option.ts';
import {specialCharacters} from './quality/special-characters.generated.ts';

/** What the text filters of Data-Juicer ask of a document. */
export const dataJuicerColumn = struct({
	/** Code points, of the text, of its longest line, and of a line in the mean. */
	chars: int32,
	longestLine: int32,
	meanLineLength: float64,
	/** Words with more than special characters. */
	words: int32,
	/** Shares of the characters. */
	alphanumeric: float64,
	specialCharacters: float64,
	/** The share of the most frequent n-grams of characters among all, and of those of words that occur again. */
	characterRepetition: float64,
	wordRepetition: float64,
	/** The share of words on the list; null where none was given. */
	stopWords: nullable(float64),
});

/**
 * Adds `data_juicer`, the statistics of Data-Juicer's text filters, to every row. `dataJuicer` applies thresholds to
 * them, which may change without a new count.
 */
export const dataJuicerScores = defineStage({
	name: 'data-juicer-scores',
	summary: "Adds the statistics of Data-Juicer's text filters.",
	source: 'Chen et al. 2024, Data-Juicer; as computed by py-data-juicer 1.4.3.',
	needs: {text: utf8},
	adds: {data_juicer: dataJuicerColumn},
	options: {
		dialect: dataJuicerDialect,
		characterNgram: z.int().min(2).default(10).describe('characters of an n-gram of characters'),
		wordNgram: z.int().min(1).default(10).describe('words of an n-gram of words'),
		stopWords: z
			.array(z.string())
			.default([])
			.describe('stop words in lower case; without any, none are counted'),
	},
	closesOver: 'options',
	endsSegment: true,
	map: ({text}, {options}) => ({data_juicer: scoresOf(text, options)}),
});

interface Options {
	readonly characterNgram: number;
	readonly wordNgram: number;
	readonly stopWords: readonly string[];
}

function scoresOf(
	text: string,
	{characterNgram, wordNgram, stopWords}: Options,
): RowOf<{data_juicer: typeof dataJuicerColumn}>['data_juicer'] {
	const chars = codePoints(text);
	const lines = splitLines(text);
	const of = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);
	const refined = text
		.split(/[ \n\t]/)
		.map(stripped)
		.filter((word) => word !== '');
	const lower = text
		.split(/[ \n\t]/)
		.map((word) => stripped(word.toLowerCase()))
		.filter((word) => word !== '');
	const stops = new Set(stopWords);
	return {
		chars,
		longestLine: lines.reduce((most, line) => Math.max(most, codePoints(line)), 0),
		meanLineLength: of(chars, lines.length),
		words: refined.length,
		alphanumeric: of(countOf(text, ALPHANUMERIC), chars),
		specialCharacters: of(countOf(text, SPECIAL), chars),
		characterRepetition: characterRepetition(text, characterNgram),
		wordRepetition: wordRepetition(lower, wordNgram),
		stopWords: stops.size > 0 ? of(lower.filter((word) => stops.has(word)).length, lower.length) : null,
	};
}

const ALPHANUMERIC = /[\p{L}\p{N}]/u;
const SPECIAL = new RegExp(`[${specialCharacters}]`, 'u');

function countOf(text: string, pattern: RegExp): number {
	let count = 0;
	for (const char of text) if (pattern.test(char)) count++;
	return count;
}

/** A word without special characters at its ends. */
function stripped(word: string): string {
	const points = Array.from(word);
	let [from, to] = [0, points.length];
	while (from < to && SPECIAL.test(points[from] ?? '')) from++;
	while (to > from && SPECIAL.test(points[to - 1] ?? '')) to--;
	return points.slice(from, to).join('');
}

/** The share of the most frequent n-grams, as many as the root of the different ones and as occur again at most. */
function characterRepetition(text: string, n: number): number {
	const points = numbered(Array.from(text, (char) => char.codePointAt(0) ?? 0));
	const counts = countsOf(characterNgrams(points, n));
	if (counts.length === 0) return 0;
	const again = counts
		.filter((count) => count > 1)
		.sort()
		.reverse();
	const most = Math.min(Math.floor(Math.sqrt(counts.length)), again.length);
	const sum = (list: Int32Array) => list.reduce((total, count) => total + count, 0);
	return sum(again.subarray(0, most)) / sum(counts);
}

/** Numbers n-grams of any length by joining two shorter ones that overlap, a few times. */
function characterNgrams(points: Int32Array, n: number): Int32Array {
	let grams = points;
	for (let size = 1; size < n;) {
		const larger = Math.min(n, size * 2);
		const length = points.length - larger + 1;
		if (length < 1) return new Int32Array(0);
		grams = paired(grams, grams.subarray(larger - size), length);
		size = larger;
	}
	return grams;
}

function wordRepetition(words: readonly string[], n: number): number {
	let share = 0;
	for (const {n: size, grams, counts} of ngramCounts(numbered(words), n)) {
		if (size === n && grams.length > 0)
			share = counts.reduce((sum, count) => sum + (count > 1 ? count : 0), 0) / grams.length;
	}
	return share;
}
