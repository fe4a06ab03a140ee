import type {SentenceRules} from './sentence-rules.ts';

/** A single period before white space, and what stands around it. */
export interface Period {
	/** Up to forty characters before it, none of the sentence before. */
	readonly before: string;
	/** Whether that is all of the sentence so far. */
	readonly whole: boolean;
	/** Whether quotes or brackets close after it. */
	readonly closed: boolean;
	/** What follows the white space and any opening quotes. */
	readonly next: string;
	readonly rules: SentenceRules;
}

/** Whether a period ends its sentence. Where it might be either, a capital and what commonly begins sentences decide. */
export function periodEnds({before, whole, closed, next, rules}: Period): boolean {
	if (next === '') return true;
	const word = /[\p{L}\p{M}\p{N}.\u00a7\u2116\u00b0\u00ba\u00aa'\u2019-]*$/u.exec(before)?.[0] ?? '';
	const plain = word.toLowerCase().replace(/^.*['\u2019-](?=\p{L})/u, '');
	const lower = /^\p{Ll}/u.test(next);
	const capital = /^\p{Lu}/u.test(next);
	const begins = capital && !/^\p{L}\./u.test(next) && rules.starters.has(firstWord(next));
	if (whole && /^\p{N}{1,3}$/u.test(before.trim())) return false;
	const spaced = /(?:\p{L}{1,2}\.[ \u00a0\u202f])+\p{L}{1,3}$/u
		.exec(before)?.[0]
		.replace(/\s/g, '')
		.toLowerCase();
	const known = (set: ReadonlySet<string>): boolean =>
		set.has(plain) || set.has(word.toLowerCase()) || (spaced !== undefined && set.has(spaced));
	if (closed) return !lower;
	if (LISTS.has(plain) || (spaced !== undefined && LISTS.has(spaced))) return !lower;
	if (known(rules.never) || halfOfOne(plain, next, rules)) return false;
	if (isNumbered(plain, rules) && /^(?:\p{N}|[IVXLC]{2,}\b)/u.test(next)) return false;
	if (known(rules.maybe) || /^(?:\p{L}\.)+\p{L}{1,2}$/u.test(plain))
		return begins || (capital && /^\p{L}{2,}\./u.test(next) && rules.never.has(firstWord(next)));
	if (/^\p{Lu}$/u.test(word)) return begins || !capital;
	if (rules.ordinals && /^(?:\p{N}{1,2}|[IVXLC]+)$/u.test(word))
		return begins || (!lower && (rules.ordinals !== 'any' || counted(before, rules)));
	return lower ? /\p{L}{3}$/u.test(word) && VOWEL.test(word) : true;
}

/** What ends an enumeration, in any language. */
const LISTS = new Set(
	'etc usw u.s.w ecc enz itd itp atd apod т.д т.п т.п ін jne yms m.m mm osv o.s.v m.v mv vb vs.vs κ.λπ κτλ κ.ά stb'.split(
		' ',
	),
);

const VOWEL = /[aeiouyàâäáãåæèéêëìíîïòóôöõøùúûüœąęěėůűőаеёиоуыэюяіїєαεηιουωάέήίόύώ]/iu;

const firstWord = (text: string): string => /^[\p{L}\p{M}]+/u.exec(text)?.[0].toLowerCase() ?? '';

/** Whether the word and the next are one abbreviation written apart: `z. B.`, `т. д.`. */
function halfOfOne(word: string, next: string, {never, maybe}: SentenceRules): boolean {
	const other = /^\p{L}{1,3}(?=\.)/u.exec(next)?.[0].toLowerCase();
	if (other === undefined || word.length > 3) return false;
	const both = `${word}.${other}`;
	return never.has(both) || maybe.has(both) || LISTS.has(both);
}

/** Whether a word counts what follows, itself or as the end of a compound: `Nr.`, `Hauptstr.` */
const isNumbered = (word: string, {numbered}: SentenceRules): boolean =>
	numbered.has(word) || (word.length > 4 && numbered.has(word.slice(-3)));

/** Whether the number that ends the text is counted by a word such as `page`, and so no ordinal. */
function counted(before: string, rules: SentenceRules): boolean {
	const word = /(\p{L}+)\.\s*\p{N}+$/u.exec(before)?.[1]?.toLowerCase();
	return word !== undefined && isNumbered(word, rules);
}
