import {escapePattern} from '../escape-pattern.ts';
import {builtinSpans, spanKinds, type SpanKind} from './span-patterns.ts';

/** A part of a text that must survive, as [start, end) in UTF-16 units. */
export interface ProtectedSpan {
	readonly start: number;
	readonly end: number;
}

export interface ProtectOptions {
	/** Which kinds are found; all unless given. */
	readonly kinds?: readonly SpanKind[];
	/** Terms that must survive, found as whole words with the case that they have here. */
	readonly glossary?: readonly string[];
	/** Patterns of more that must survive. */
	readonly patterns?: readonly RegExp[];
	/** As ISO 639-1; names are not looked for where nouns are capitalised. `en` unless given. */
	readonly language?: string;
}

/**
 * Finds what must survive in texts: by kind, by the terms of a glossary, and by patterns. Spans come in order, do not
 * overlap, and take in letters and digits that touch them, since a mask must stand alone. Takes linear time, but for
 * patterns of the caller's.
 */
export function spanFinder({
	kinds = spanKinds,
	glossary = [],
	patterns = [],
	language = 'en',
}: ProtectOptions = {}): (text: string) => readonly ProtectedSpan[] {
	const terms = glossaryPattern(glossary);
	const own = [...(terms ? [terms] : []), ...patterns.map(asGlobal)];
	return (text) => {
		const found = builtinSpans(text, kinds, language);
		for (const pattern of own)
			for (const {0: match, index} of text.matchAll(pattern))
				if (match !== '') found.push({start: index, end: index + match.length});
		return united(
			text,
			found.sort((a, b) => a.start - b.start || b.end - a.end),
		);
	};
}

function glossaryPattern(glossary: readonly string[]): RegExp | undefined {
	const terms = [...new Set(glossary.map((term) => term.trim()).filter((term) => term !== ''))];
	if (terms.length === 0) return undefined;
	// The longest first, since the first alternative that fits is taken.
	terms.sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
	const alternatives = terms.map((term) => escapePattern(term)).join('|');
	return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${alternatives})(?![\\p{L}\\p{N}_])`, 'gu');
}

const asGlobal = (pattern: RegExp): RegExp =>
	pattern.global ? pattern : new RegExp(pattern.source, `${pattern.flags}g`);

/** Widens spans to the ends of the words that they touch, and unites those that overlap. */
function united(text: string, spans: readonly ProtectedSpan[]): ProtectedSpan[] {
	const result: {start: number; end: number}[] = [];
	for (const span of spans) {
		const last = result.at(-1);
		const floor = last?.end ?? 0;
		if (last && span.start < last.end) {
			if (span.end > last.end) last.end = wordEnd(text, span.end);
			continue;
		}
		const start = wordStart(text, span.start, floor);
		const end = wordEnd(text, span.end);
		// Two masks side by side would read as one word.
		if (start === last?.end) last.end = end;
		else result.push({start, end});
	}
	return result;
}

function wordStart(text: string, at: number, floor: number): number {
	let start = at;
	while (start > floor && isWordUnit(text, start - 1)) start--;
	return start;
}

function wordEnd(text: string, at: number): number {
	let end = at;
	while (end < text.length && isWordUnit(text, end)) end++;
	return end;
}

/** Halves of surrogate pairs count too, so that no pair is cut. */
const isWordUnit = (text: string, at: number): boolean => WORD_UNIT.test(text.charAt(at));
const WORD_UNIT = /[\p{L}\p{M}\p{N}_\ud800-\udfff]/u;
