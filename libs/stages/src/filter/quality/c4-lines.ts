import {z} from 'zod';
import type {OptionsOut} from '@millrace/core';
import {splitLines, splitWords, strip} from './python-text.ts';

/** The options of C4 that decide on lines. */
export const lineOptions = {
	removeCitations: z
		.boolean()
		.default(true)
		.describe('whether citations such as `[1]`, `[edit]` and `[citation needed]` are taken out of lines'),
	terminalPunctuation: z
		.boolean()
		.default(true)
		.describe('whether lines must end in `.`, `?`, `!` or a straight quote, and not in `...`'),
	minWords: z.int().nullable().default(3).describe('fewest words of a line; null for any'),
	maxWordLength: z
		.int()
		.nullable()
		.default(1000)
		.describe('most code points of a word of a line; null for any'),
	javascript: z.boolean().default(true).describe('whether lines that say `javascript` are left out'),
	policy: z
		.boolean()
		.default(true)
		.describe('whether lines that speak of terms of use, a privacy policy or cookies are left out'),
} as const;

type LineOptions = OptionsOut<typeof lineOptions> & {
	readonly maxLoremIpsum: number | null;
	readonly maxCurlyBrackets: number | null;
};

/** A text without the lines that C4 leaves out, and why it left them. */
export interface C4Lines {
	readonly text: string;
	readonly kept: readonly string[];
	readonly counts: Readonly<Record<Cause | 'lines', number>>;
}

type Cause = 'longWord' | 'noTerminal' | 'fewWords' | 'javascript' | 'policy' | 'loremIpsum' | 'curlyBracket';

/** Leaves out lines in the order of datatrove 0.10; a line that drops its document ends the look at it. */
export function cleanLines(text: string, options: LineOptions): C4Lines {
	const kept: string[] = [];
	const counts = {
		lines: 0,
		longWord: 0,
		noTerminal: 0,
		fewWords: 0,
		javascript: 0,
		policy: 0,
		loremIpsum: 0,
		curlyBracket: 0,
	};
	for (const raw of splitLines(text)) {
		const stripped = strip(raw);
		counts.lines++;
		const {words, longest} = splitWords(stripped);
		// Words are counted before citations are taken out.
		const line =
			options.removeCitations && stripped.includes('[') ? stripped.replace(CITATIONS, '') : stripped;
		const cause = causeOf(line, words, longest, options);
		if (cause === undefined) kept.push(line);
		else counts[cause]++;
		if (cause === 'loremIpsum' && counts.loremIpsum > (options.maxLoremIpsum ?? Infinity)) break;
		if (cause === 'curlyBracket' && counts.curlyBracket > (options.maxCurlyBrackets ?? Infinity)) break;
	}
	return {text: strip(kept.join('\n')), kept, counts};
}

/** Why a line is left out, or its document given up. */
function causeOf(
	line: string,
	words: number,
	longest: number,
	{terminalPunctuation, minWords, maxWordLength, javascript, policy, ...options}: LineOptions,
): Cause | undefined {
	if (maxWordLength !== null && longest > maxWordLength) return 'longWord';
	if (terminalPunctuation && (!TERMINAL.test(line.slice(-1)) || line.endsWith('...'))) return 'noTerminal';
	if (minWords !== null && words < minWords) return 'fewWords';
	const lower = line.toLowerCase();
	if (options.maxLoremIpsum !== null && lower.includes('lorem ipsum')) return 'loremIpsum';
	if (javascript && lower.includes('javascript')) return 'javascript';
	if (options.maxCurlyBrackets !== null && line.includes('{')) return 'curlyBracket';
	return policy && POLICIES.some((phrase) => lower.includes(phrase)) ? 'policy' : undefined;
}

// Python's \d is any decimal digit.
const CITATIONS = /\[\p{Nd}*\]|\[edit\]|\[citation needed\]/gu;
const TERMINAL = /[.?!"']/;
const POLICIES = [
	'terms of use',
	'privacy policy',
	'cookie policy',
	'uses cookies',
	'use of cookies',
	'use cookies',
];
