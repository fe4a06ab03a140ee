import {flagRuns} from './word-tables.generated.ts';

/** What the segmentation and the counters ask of a code point, a bit each, in the order of `word_tables.py`. */
export const wordFlag = {
	space: 1,
	alpha: 1 << 1,
	lower: 1 << 2,
	upper: 1 << 3,
	prefix: 1 << 4,
	suffix: 1 << 5,
	beforeDot: 1 << 6,
	quote: 1 << 7,
	infix: 1 << 8,
	wordChar: 1 << 9,
	digit: 1 << 10,
	letter: 1 << 11,
	punctuation: 1 << 12,
	terminal: 1 << 13,
	sentenceEnd: 1 << 14,
} as const;

/** Flags by code point: page `index[point >> 7]` of 128 holds them. */
export interface WordClasses {
	readonly index: Uint8Array;
	readonly pages: Uint16Array;
}

let read: WordClasses | undefined;

/** Returns the classes of all code points, which the first call unpacks. */
export const wordClasses = (): WordClasses => (read ??= unpack());

/** The flags of a code point. */
export function flagsOf(point: number): number {
	const {index, pages} = wordClasses();
	return pages[((index[point >> 7] ?? 0) << 7) | (point & 127)] ?? 0;
}

/** The code points with a flag as a class of a regular expression with the flag `u`, without its brackets. */
export function classWith(flag: number): string {
	let members = '';
	let from = 0;
	for (const [length, flags] of runs()) {
		if (flags & flag) members += `\\u{${from.toString(16)}}-\\u{${(from + length - 1).toString(16)}}`;
		from += length;
	}
	return members;
}

const runs = (): [number, number][] =>
	flagRuns.split(' ').map((run) => {
		const [length = '', flags = ''] = run.split(':');
		return [Number.parseInt(length, 36), Number.parseInt(flags, 36)];
	});

function unpack(): WordClasses {
	const all = new Uint16Array(0x110000);
	let from = 0;
	for (const [length, flags] of runs()) {
		all.fill(flags, from, from + length);
		from += length;
	}
	const known = new Map<string, number>();
	const pages: number[] = [];
	const index = Uint8Array.from({length: all.length >> 7}, (_, page) => {
		const flags = all.subarray(page << 7, (page + 1) << 7);
		const key = flags.join();
		const place = known.get(key) ?? known.size;
		if (place === known.size) {
			known.set(key, place);
			pages.push(...flags);
		}
		return place;
	});
	return {index, pages: Uint16Array.from(pages)};
}
