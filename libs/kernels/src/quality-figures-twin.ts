import type {FigureName} from './figure-names.ts';
import {classWith, wordFlag} from './word-classes.ts';

/**
 * Counts a document in plain TypeScript, slowly: what the kernel has to give. `borders` are two byte offsets a word;
 * the bytes must be well-formed.
 */
export function qualityFiguresTwin(
	bytes: Uint8Array,
	borders: ArrayLike<number>,
	{stopWords = [], shortLine = 30, repetition = false}: TwinOptions = {},
): Record<FigureName, number> {
	const text = decoder.decode(bytes);
	const words: string[] = [];
	for (let at = 0; at < borders.length; at += 2)
		words.push(decoder.decode(bytes.subarray(borders[at], borders[at + 1])));
	return {
		...linesOf(text, shortLine),
		...wordsOf(words, stopWords),
		...repetitionOf(repetition ? words : []),
	};
}

interface TwinOptions {
	readonly stopWords?: readonly string[];
	readonly shortLine?: number;
	readonly repetition?: boolean;
}

const decoder = new TextDecoder('utf-8', {ignoreBOM: true});

interface Patterns {
	readonly edges: RegExp;
	readonly ends: RegExp;
	readonly bullet: RegExp;
	readonly ellipsis: RegExp;
	readonly full: RegExp;
	readonly terminal: RegExp;
	readonly plain: RegExp;
	readonly letter: RegExp;
}

/** What Python's splitlines takes for the end of a line. */
const lineEnds = '\n\r\v\f\u001c\u001d\u001e\u0085\u2028\u2029';

let made: Patterns | undefined;
const patterns = (): Patterns => (made ??= make());

function make(): Patterns {
	const space = classWith(wordFlag.space);
	return {
		edges: new RegExp(`^[${space}]+|(?<![${space}])[${space}]+$`, 'gu'),
		ends: new RegExp(`\r\n|[${lineEnds}]`),
		bullet: new RegExp(`^[${space}]*[•-]`, 'u'),
		ellipsis: new RegExp(`(?:\\.\\.\\.|…)[${space}]*$`, 'u'),
		full: new RegExp(`[^${space}]`, 'u'),
		terminal: new RegExp(`[${classWith(wordFlag.terminal)}]$`, 'u'),
		plain: new RegExp(`[^${classWith(wordFlag.punctuation)}]`, 'u'),
		letter: new RegExp(`[${classWith(wordFlag.letter)}]`, 'u'),
	};
}

const lengthOf = (text: string): number => {
	let length = 0;
	for (const _ of text) length++;
	return length;
};

const countIn = (items: readonly string[], test: (item: string) => boolean): number =>
	items.reduce((count, item) => count + (test(item) ? 1 : 0), 0);

/** What occurred before in the list: how many, and their characters. */
function repeatsIn(items: readonly string[]): {readonly count: number; readonly chars: number} {
	const seen = new Set<string>();
	let [count, chars] = [0, 0];
	for (const item of items) {
		if (seen.has(item)) {
			count++;
			chars += lengthOf(item);
		} else seen.add(item);
	}
	return {count, chars};
}

function linesOf(text: string, shortLine: number) {
	const {edges, ends, bullet, ellipsis, full, terminal} = patterns();
	const lines = text.split(ends);
	if (lines.at(-1) === '') lines.pop();
	const fullLines = text.split('\n').filter((line) => full.test(line));
	const segments = text.split(/\n+/);
	const paragraphs = text.replace(edges, '').split(/\n{2,}/);
	const [repeatedSegments, repeatedParagraphs] = [repeatsIn(segments), repeatsIn(paragraphs)];
	return {
		chars: lengthOf(text),
		hashes: text.split('#').length - 1,
		ellipses: text.split('...').length + text.split('…').length - 2,
		lines: lines.length,
		bulletLines: countIn(lines, (line) => bullet.test(line)),
		ellipsisLines: countIn(lines, (line) => ellipsis.test(line)),
		newlines: text.split('\n').length - 1,
		fullLines: fullLines.length,
		terminalLines: countIn(fullLines, (line) => terminal.test(line)),
		shortLines: countIn(fullLines, (line) => lengthOf(line) <= shortLine),
		duplicateFullLineChars: repeatsIn(fullLines).chars,
		segments: segments.length,
		duplicateSegments: repeatedSegments.count,
		duplicateSegmentChars: repeatedSegments.chars,
		paragraphs: paragraphs.length,
		duplicateParagraphs: repeatedParagraphs.count,
		duplicateParagraphChars: repeatedParagraphs.chars,
	};
}

function wordsOf(words: readonly string[], stopWords: readonly string[]) {
	const {plain, letter} = patterns();
	const stops = new Set(stopWords);
	const plainWords = words.filter((word) => plain.test(word));
	const stopped = words.filter((word) => stops.has(word));
	const sum = (list: readonly string[]) => list.reduce((total, word) => total + lengthOf(word), 0);
	return {
		words: words.length,
		plainWords: plainWords.length,
		plainWordChars: sum(plainWords),
		letterWords: countIn(words, (word) => letter.test(word)),
		stopWords: new Set(stopped).size,
		stopWordCount: stopped.length,
		longestWord: words.reduce((most, word) => Math.max(most, lengthOf(word)), 0),
		wordChars: sum(words),
	};
}

function repetitionOf(words: readonly string[]) {
	const top = (n: number) => topChars(words, n);
	const again = (n: number) => repeatedChars(words, n);
	return {
		top2Chars: top(2),
		top3Chars: top(3),
		top4Chars: top(4),
		duplicate5Chars: again(5),
		duplicate6Chars: again(6),
		duplicate7Chars: again(7),
		duplicate8Chars: again(8),
		duplicate9Chars: again(9),
		duplicate10Chars: again(10),
	};
}

/** The characters of the most frequent n-gram, the first of several, times its count; -1 where there is none. */
function topChars(words: readonly string[], n: number): number {
	const counts = new Map<string, number>();
	for (let at = 0; at + n <= words.length; at++) {
		const gram = words.slice(at, at + n).join(' ');
		counts.set(gram, (counts.get(gram) ?? 0) + 1);
	}
	let [best, most] = ['', 0];
	for (const [gram, count] of counts) if (count > most) [best, most] = [gram, count];
	return most === 0 ? -1 : lengthOf(best) * most;
}

/** The characters of n-grams that occurred before; behind one the next begins. */
function repeatedChars(words: readonly string[], n: number): number {
	const seen = new Set<string>();
	let chars = 0;
	for (let at = 0; at + n <= words.length;) {
		const gram = words.slice(at, at + n).join('');
		if (seen.has(gram)) {
			chars += lengthOf(gram);
			at += n;
		} else {
			seen.add(gram);
			at++;
		}
	}
	return chars;
}
