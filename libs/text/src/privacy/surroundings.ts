import type {Span} from './recogniser.ts';

/** Whether a letter, digit, mark or underscore of a word stands right before a place. */
export const isWordBefore = (text: string, at: number): boolean => at > 0 && WORD.test(before(text, at));

/** Whether a letter, digit, mark or underscore of a word stands at a place. */
export const isWordAfter = (text: string, at: number): boolean =>
	at < text.length && WORD.test(String.fromCodePoint(text.codePointAt(at) ?? 32));

/** Whether a pattern, for lower-case text, matches shortly before a span, or right after it. */
export function wordNearby(text: string, {start, end}: Span, words: RegExp): boolean {
	return (
		words.test(text.slice(Math.max(0, start - BEFORE), start).toLowerCase()) ||
		words.test(text.slice(end, end + AFTER).toLowerCase())
	);
}

const BEFORE = 48;
const AFTER = 24;
// Where words are not parted by spaces, a letter beside a number says nothing.
const WORD = /(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{M}\p{N}_]/u;

function before(text: string, at: number): string {
	const low = text.charCodeAt(at - 1);
	return low >= 0xdc00 && low <= 0xdfff && at > 1 ? text.slice(at - 2, at) : text.slice(at - 1, at);
}
