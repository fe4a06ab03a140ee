import {simplifyPlain} from '@millrace/kernels';

/** What `simplifyText` does; all but the names of days and months unless given. */
export interface SimplifyTextOptions {
	/** Letters are made small. */
	readonly lowercase?: boolean;
	/** Numbers in the digits of any script, with a decimal part, become `0`. */
	readonly numbers?: boolean;
	/** English names of weekdays become `WEEKDAY`. */
	readonly weekdays?: boolean;
	/** English names of months become `MONTH`. */
	readonly months?: boolean;
	/** Punctuation and control characters become spaces. */
	readonly punctuation?: boolean;
	/** Runs of whitespace become one space. */
	readonly whitespace?: boolean;
	/** Letters are decomposed and lose their marks. */
	readonly diacritics?: boolean;
}

/**
 * Simplifies text for comparing, in the steps and with the character sets of datatrove 0.10.0 (`simplify_text`), so
 * that texts which differ in numbers, case, punctuation or accents alone come out equal.
 */
export function simplifyText(
	text: string,
	{
		lowercase = true,
		numbers = true,
		weekdays = false,
		months = false,
		punctuation = true,
		whitespace = true,
		diacritics = true,
	}: SimplifyTextOptions = {},
): string {
	let simple = lowercase ? text.toLowerCase() : text;
	if (numbers) simple = simple.replace(NUMBERS, '0');
	if (weekdays) simple = simple.replace(WEEKDAYS, 'WEEKDAY');
	if (months) simple = simple.replace(MONTHS, 'MONTH');
	if (punctuation) simple = simple.replace(PUNCTUATION, spaces);
	if (whitespace) simple = trimmed(simple).replace(SPACES, ' ');
	if (diacritics && BEYOND_ASCII.test(simple)) simple = simple.normalize('NFD').replace(MARKS, '');
	return trimmed(simple);
}

/** The same with all levelled that is unless given otherwise, from UTF-8 to UTF-8; in WebAssembly where characters are common. */
export function simplifyBytes(bytes: Uint8Array): Uint8Array {
	return simplifyPlain(bytes) ?? Buffer.from(simplifyText(decoder.decode(bytes)));
}

const decoder = new TextDecoder('utf-8', {ignoreBOM: true});

const NUMBERS = /\p{Nd}+(?:[.,\u060c\u066b\u2396\u2397\u2398]\p{Nd}+)?/gu;
const WEEKDAYS = /(?:mon|tues|wednes|thurs|fri|satur|sun)day/g;
const MONTHS = /january|february|march|april|may|june|july|august|september|october|november|december/g;
const PUNCTUATION =
	// eslint-disable-next-line no-control-regex -- control characters count as punctuation here
	/[\0-\b\v\f\r-\u001f!-/:-@[-`{-\u009f\u00ab\u00b4\u00bb\u2013\u2014\u2019\u201c-\u201e\u2026\u2236\u2501\u25ba\u3001\u3002\u3008-\u300d\u3010\u3011\uff01\uff05\uff08\uff09\uff0c\uff0e\uff11\uff1a\uff1b\uff1f\uff5e]+/g;
const MARKS = /\p{Mn}+/gu;
const BEYOND_ASCII = /[^\0-\x7f]/;

/** What Python takes for whitespace. */
const SPACE = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const SPACES = new RegExp(`[${SPACE}]+`, 'g');
const spaceAt = new Set(
	'\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000',
);

const spaces = (run: string): string => ' '.repeat(run.length);

/** Without whitespace at both ends; a loop, since an anchored expression goes over long runs again and again. */
function trimmed(text: string): string {
	let [start, end] = [0, text.length];
	while (start < end && spaceAt.has(text[start] ?? '')) start++;
	while (end > start && spaceAt.has(text[end - 1] ?? '')) end--;
	return text.slice(start, end);
}
