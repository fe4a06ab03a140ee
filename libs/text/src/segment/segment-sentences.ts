import {periodEnds} from './period-ends.ts';
import {sentenceRules, type SentenceRules} from './sentence-rules.ts';

export interface SegmentSentencesOptions {
	/** Whose abbreviations, ordinals and marks count; `en` unless given. */
	readonly language?: string;
	/** Whether a single line end is a space within a sentence, as in wrapped text (unless given), or ends it. */
	readonly lines?: 'space' | 'end';
}

/**
 * Cuts a text into sentences, each with the white space that follows it: joined they are the text. Empty lines, list
 * markers and headings end a sentence; so do the marks of every script, with the quotes and brackets that close after
 * them. A period does not after an abbreviation of the language, an initial, an ordinal, or within a number or address.
 * One pass, in time linear in the text.
 */
export function* segmentSentences(
	text: string,
	{language = 'en', lines = 'space'}: SegmentSentencesOptions = {},
): Generator<string> {
	const rules = sentenceRules(language);
	let start = afterSpaces(text, 0);
	let from = 0;
	for (const {0: mark, index} of text.matchAll(marksOf(language))) {
		if (index < start) continue;
		const ends =
			mark === '\n' ? lines === 'end' || blockEnds(text, index) : markEnds(text, start, index, mark, rules);
		if (!ends) continue;
		start = afterSpaces(text, index + mark.length);
		yield text.slice(from, start);
		from = start;
	}
	if (from < text.length) yield text.slice(from);
}

/** The sentences of a text without the white space around them. */
export function sentencesOf(text: string, options?: SegmentSentencesOptions): string[] {
	return Array.from(segmentSentences(text, options), (sentence) => sentence.trim()).filter(Boolean);
}

const patterns = new Map<string, RegExp>();

// Bounded runs: a regular expression keeps a way back for each character of an unbounded one.
function marksOf(language: string): RegExp {
	const base = language.split('-')[0] ?? language;
	const closers = `["'\u2019\u201d\u00bb\u203a)\\]}\u300d\u300f\u3011\u300b\u3009\uff09\uff3d*_${LOW_QUOTES.has(base) ? '\u201c' : ''}]{0,8}`;
	const apart = base === 'fr' ? '(?:[ \u00a0\u202f]\u00bb)?' : '';
	const question = base === 'el' ? ';' : '';
	const source = `\\n|(?:[.!?\u2026\u203d\u061f\u037e${question}]{1,16}(?: \\.){0,8}|[${FULL}]{1,16}|[${OTHER}]{1,4})${closers}${apart}`;
	let pattern = patterns.get(source);
	if (!pattern) patterns.set(source, (pattern = new RegExp(source, 'g')));
	return pattern;
}

/** Where quotes open below, they close with the sign that opens elsewhere. */
const LOW_QUOTES = new Set('bg cs de et hr is ka lt mk sk sl sr'.split(' '));
const FULL = '\u3002\uff01\uff1f\uff61\ufe52\ufe56\ufe57';
const FULL_MARK = new RegExp(`[${FULL}]`);
/** Marks of scripts without case, which mean nothing else. */
const OTHER = '\u0964\u0965\u06d4\u1362\u1367\u0589\u104b\u17d4\u17d5\u0f0e';
const OTHER_MARK = new RegExp(`[${OTHER}]`);
const CLOSED = /["'\u2019\u201c\u201d\u00bb\u203a\u300d\u300f)\]]$/;
const BLOCK = /^[^\S\n]{0,20}(?:(?:[-*+\u2022]|\d{1,3}[.)]|#{1,6}|>)[^\S\n])/;
const OPENERS = /^[\s"'\u2018\u201c\u201e\u00ab\u2039(\u005b\u00bf\u00a1*_\u2013\u2014-]*(\S*)/;

function afterSpaces(text: string, at: number): number {
	let end = at;
	while (end < text.length && SPACE.test(text.charAt(end))) end++;
	return end;
}

const SPACE = /\s/;

/** Whether a line end is followed by an empty line, a list marker, a heading or a quotation. */
function blockEnds(text: string, index: number): boolean {
	let next = index + 1;
	while (next < text.length && text[next] !== '\n' && SPACE.test(text.charAt(next))) next++;
	return next === text.length || text[next] === '\n' || BLOCK.test(text.slice(index + 1, index + 40));
}

function markEnds(text: string, start: number, index: number, mark: string, rules: SentenceRules): boolean {
	const end = index + mark.length;
	const after = text.slice(end, end + 40);
	// A quotation goes on as part of what is said of it.
	if (FULL_MARK.test(mark)) return !(CLOSED.test(mark) && /^\p{Script=Hiragana}/u.test(after));
	if (OTHER_MARK.test(mark)) return true;
	if (after !== '' && !SPACE.test(after.charAt(0)))
		return /[!?]/.test(mark) && /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(after);
	const next = OPENERS.exec(after)?.[1] ?? '';
	if (/^\.(?! ?[.!?\u2026])/.test(mark))
		return periodEnds({
			before: text.slice(Math.max(start, index - 40), index),
			whole: index - start <= 40,
			closed: mark !== '.',
			next,
			rules,
		});
	const trails = /^(?:\u2026|\. ?\.)[ .\u2026]*(?![!?])/.test(mark);
	return !(/^\p{Ll}/u.test(next) && (trails || CLOSED.test(mark)));
}
