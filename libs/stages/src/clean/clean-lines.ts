import {defineStage, float64, int32, struct, utf8} from '@millrace/core';
import {z} from 'zod';
import {lineMatcher} from '../filter/quality/line-matcher.ts';
import {bound} from '../filter/quality/quality-option.ts';

/** What became of the lines of a text. */
export const lineCountsColumn = struct({
	lines: int32,
	kept: int32,
	/** Lines taken out, by the first cause that held. */
	boilerplate: int32,
	repeated: int32,
	fewWords: int32,
	fewLetters: int32,
	/** The share of the characters of all lines that is in those kept; 1 for a text without any. */
	keptChars: float64,
});

/**
 * Takes lines out of the text: those that a pattern of yours fits, that occurred before in the text, that have too few
 * words or letters. Adds `line_counts`. Empty lines stay, but never more than one in a row. Drops texts of which little
 * is left as `mostly-boilerplate`, where `minKeptChars` is given.
 */
export const cleanLines = defineStage({
	name: 'clean-lines',
	summary: 'Takes boilerplate, repeated, short and symbol lines out of the text and counts them.',
	needs: {text: utf8},
	adds: {text: utf8, line_counts: lineCountsColumn},
	options: {
		boilerplate: z
			.array(z.string().min(1))
			.default([])
			.describe('lines to take out, whatever their case; `*` stands for any characters'),
		repeated: z
			.boolean()
			.default(true)
			.describe('whether lines that occurred before in the text are taken out'),
		minWords: z.int().min(0).default(0).describe('fewest words, between whitespace, of a line'),
		minLetters: z
			.number()
			.min(0)
			.max(1)
			.default(0)
			.describe('least share of letters and digits among the characters of a line but whitespace'),
		minKeptChars: bound(null, 'least share of characters in the lines that are kept'),
	},
	closesOver: 'options',
	map({text}, {options: {boilerplate, repeated, minWords, minLetters}}) {
		const isBoilerplate = lineMatcher(boilerplate);
		const kept: string[] = [];
		const seen = new Set<string>();
		const counts = {lines: 0, kept: 0, boilerplate: 0, repeated: 0, fewWords: 0, fewLetters: 0};
		let [chars, keptChars] = [0, 0];
		for (const line of text.split('\n')) {
			const trimmed = line.trim();
			if (trimmed === '') {
				if (kept.length > 0 && kept.at(-1) !== '') kept.push('');
				continue;
			}
			counts.lines++;
			chars += trimmed.length;
			const cause = isBoilerplate(trimmed)
				? 'boilerplate'
				: repeated && seen.has(trimmed)
					? 'repeated'
					: trimmed.split(/\s+/).length < minWords
						? 'fewWords'
						: letterShare(trimmed) < minLetters
							? 'fewLetters'
							: 'kept';
			seen.add(trimmed);
			counts[cause]++;
			if (cause !== 'kept') continue;
			kept.push(line);
			keptChars += trimmed.length;
		}
		if (kept.at(-1) === '') kept.pop();
		return {
			text: kept.join('\n'),
			line_counts: {...counts, keptChars: chars > 0 ? keptChars / chars : 1},
		};
	},
	rules: [
		{
			reason: 'mostly-boilerplate',
			score: ({line_counts: {keptChars}}) => keptChars,
			dropIf: '<',
			threshold: 'minKeptChars',
		},
	],
});

function letterShare(line: string): number {
	let [letters, others] = [0, 0];
	for (const char of line) {
		if (/[\p{L}\p{M}\p{N}]/u.test(char)) letters++;
		else if (!/\s/u.test(char)) others++;
	}
	return letters / Math.max(1, letters + others);
}
