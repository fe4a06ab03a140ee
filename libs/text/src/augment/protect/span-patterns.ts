import {codeSpans} from '../../code-spans.ts';
import {fenceSpans} from './fence-spans.ts';
import {nameSpans} from './name-spans.ts';

interface Span {
	readonly start: number;
	readonly end: number;
}

/** What is protected unless told otherwise. */
export type SpanKind = (typeof spanKinds)[number];
export const spanKinds = [
	'code',
	'url',
	'email',
	'placeholder',
	'id',
	'money',
	'date',
	'time',
	'number',
	'address',
	'name',
] as const;

/** The spans of a text that belong to some kinds, in any order, overlapping or not. */
export function builtinSpans(text: string, kinds: readonly SpanKind[], language: string): Span[] {
	return kinds.flatMap((kind) => {
		if (kind === 'name') return nameSpans(text, language);
		const found = PATTERNS[kind].flatMap(([needs, ...patterns]) =>
			needs.test(text) ? patterns.flatMap((pattern) => matches(text, pattern)) : [],
		);
		if (kind === 'id') return DIGIT.test(text) ? found.concat(idSpans(text)) : found;
		if (kind !== 'code') return found;
		return found.concat(
			fenceSpans(text),
			codeSpans(text).map(([start, end]) => ({start, end})),
		);
	});
}

const matches = (text: string, pattern: RegExp): Span[] =>
	Array.from(text.matchAll(pattern), ({0: match, index}) => ({start: index, end: index + match.length}));

// Every pattern has bounded runs and begins where a run begins, so that a long run of one character costs one step each.
const AMOUNT = String.raw`\d{1,15}(?:[.,'\u00a0\u202f ]\d{3}(?!\d)){0,5}(?:[.,]\d{1,9}){0,3}`;
const CURRENCY = '[$\u20ac\u00a3\u00a5\u20b9\u20bd\u20a9\u20ba\u20ab\u0e3f]';
const CODES =
	'EUR|USD|GBP|JPY|CHF|CAD|AUD|NZD|INR|CNY|SEK|NOK|DKK|PLN|CZK|HUF|BRL|MXN|ZAR|KRW|TRY|euros?|Euros?|dollars?|pounds?|pence|cents?|yen|rupees?';
const SCALE = '(?:[ \u00a0]?(?:k|m|bn|thousand|million|billion)\\b)?';
const MONTHS =
	'(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|Januar|Februar|M\u00e4rz|Mai|Juni|Juli|Oktober|Dezember|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|janvier|f\u00e9vrier|mars|avril|juin|juillet|ao\u00fbt|septembre|octobre|novembre|d\u00e9cembre)';
const UNITS =
	'(?:km/h|mph|kWh|GHz|MHz|kHz|Hz|GiB|MiB|KiB|TiB|GB|MB|kB|KB|TB|Gbit|Mbit|Mbps|Gbps|km|cm|mm|kg|mg|ml|km\u00b2|m\u00b2|m\u00b3|\u00b0C|\u00b0F|px|pt|ms|min|mins|hrs?|kW|dB|rpm|lbs?|oz|ft|in|[mglsVWA])';
const STREET =
	'(?:Street|St\\.?|Road|Rd\\.?|Avenue|Ave\\.?|Lane|Ln\\.?|Drive|Dr\\.?|Boulevard|Blvd\\.?|Square|Sq\\.?|Court|Place|Terrace|Way|Close|Crescent|Row|Hill|Gardens)';
const FILES =
	'png|jpe?g|gif|svg|webp|pdf|docx?|xlsx?|pptx?|csv|tsv|jsonl?|ya?ml|xml|txt|md|html?|css|[jt]sx?|mjs|py|sh|bat|zip|gz|tar|exe|dll|so|conf|cfg|ini|env|log|sql|java|cpp|hpp|rs|go|rb|php|toml|lock|parquet';
const HEAD = '(?<![\\p{L}\\p{N}_])';
const TAIL = '(?![\\p{L}\\p{N}_])';
const all = (source: string): RegExp => new RegExp(source, 'gu');

type Kind = Exclude<SpanKind, 'name'>;
type Group = readonly [needs: RegExp, ...patterns: RegExp[]];

const DIGIT = /\d/;

/** By kind: what a text must have for the patterns after it to match, which is seen faster than that they do not. */
const PATTERNS: Readonly<Record<Kind, readonly Group[]>> = {
	code: [
		// Options of commands, snake_case, calls, paths, names with capitals within, file names, targets of links, keys, formulas.
		[/-/, all(`(?<![\\p{L}\\p{N}_-])--?[A-Za-z][\\w-]{0,60}(?:=[^\\s,;]{1,80})?`)],
		[/_/, all(`${HEAD}[A-Za-z][A-Za-z0-9]{0,60}(?:_[A-Za-z0-9]{1,60}){1,10}`)],
		[/\(\)/, all(`${HEAD}[A-Za-z_][\\w.]{0,80}\\(\\)`)],
		[/\//, all(`(?<![\\p{L}\\p{N}_/.:])(?:\\.{0,2}|~)/[\\w.+@-]{1,80}(?:/[\\w.+@-]{0,80}){0,20}`)],
		[/[a-z][A-Z]/, all(`${HEAD}[a-z]{1,40}(?:[A-Z][a-z0-9]{1,40}){1,8}${TAIL}`)],
		[/\.[a-z]/, all(`(?<![\\p{L}\\p{N}_.-])[\\w-]{1,80}\\.(?:${FILES})${TAIL}`)],
		[/\]\(/, /(?<=\]\()[^()\s<>]{1,500}(?=\))/g],
		[
			/\+/,
			all(
				`${HEAD}(?:Ctrl|Control|Alt|Shift|Cmd|Command|Option|Win|Meta|Fn)(?:\\+[\\w\\u2190-\\u2193]{1,12}){1,4}`,
			),
		],
		[
			/[\\$]/,
			/(?:(?<![\p{L}\p{N}_])[A-Za-z]:\\|\\\\)[\w.+@$-]{1,80}(?:\\[\w.+@$-]{1,80}){0,20}(?<!\.)/gu,
			/\\\([^\n]{1,200}?\\\)|\$\$[^$]{1,500}\$\$/g,
			/(?<![\w$\\])\$(?=[^\s$\d])[^$\n]{1,120}(?<=\S)\$(?!\w)/g,
			/\\[A-Za-z]{2,30}(?:\{[^{}\n]{0,100}\}){0,4}/g,
		],
	],
	url: [
		// Parentheses belong to it in pairs.
		[
			/:/,
			all(
				`${HEAD}(?:https?|ftp|wss?|file)://?(?:[^\\s<>"'\`\\u201c\\u201d()]|\\([^\\s<>"'\`()]{0,200}\\)){1,2000}(?<![.,;:!?\\]}])`,
			),
			all(`${HEAD}(?:mailto|tel):[^\\s<>"'\`()]{1,300}(?<![.,;:!?\\]}])`),
		],
		[
			/\.[A-Za-z\d]/,
			all(`${HEAD}www\\.[^\\s<>"'\`]{1,2000}(?<![.,;:!?)\\]}])`),
			all(
				`(?<![\\p{L}\\p{N}_.@-])[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){0,4}\\.(?:com|org|net|edu|gov|io|dev|app|eu|de|es|fr|uk|co)${TAIL}(?:/[^\\s<>"'\`]{0,500}(?<![.,;:!?)\\]}]))?`,
			),
		],
	],
	email: [
		[
			/[@#]/,
			all('(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,8}'),
			all('(?<![\\p{L}\\p{N}_@])[@#][A-Za-z][\\w-]{0,60}'),
		],
	],
	placeholder: [
		[
			/\{/,
			/[%#$@]?\{{2,3}[^{}\n]{1,100}\}{2,3}/g,
			/\$\{[^{}\n]{1,100}\}/g,
			/\{%[^{}\n]{1,100}%\}/g,
			/[%#$@]?\{(?:[A-Za-z_][\w.:-]{0,60}|\d{0,9}(?:,-?\d{1,3})?(?::[^{}\n]{1,30})?)\}/g,
		],
		[/</, /<%[^%\n]{1,100}%>/g, /<\|[^|<>\n]{1,60}\|>/g, /<\/?[A-Za-z][\w.:/-]{0,60}(?:\s[^<>\n]{0,200})?>/g],
		[
			/[%$]/,
			/%\([A-Za-z_]\w{0,60}\)[sdifr]/g,
			/%(?:\d{1,3}\$)?[sdifx](?![\w])/g,
			/\$[A-Za-z_]\w{0,60}/g,
			/%[A-Z_]{2,40}%/g,
		],
		[/\[/, /\[\/?[A-Za-z_][\w-]{0,60}\](?!\()/g, /\[\[[^[\]\n]{1,100}\]\]/g],
		[/:/, /(?<![^\s(,=]):[a-z][a-z_]{2,40}:?(?![\w:])/g],
		[/&/, /&(?:[A-Za-z]{2,10}|#\d{1,7}|#x[\dA-Fa-f]{1,6});/g],
		[/__/, /(?<!_)__[A-Za-z]\w{0,60}/g],
	],
	id: [
		[
			DIGIT,
			// An IBAN, in groups of four or in one.
			all(`${HEAD}[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?${TAIL}`),
			// Card and telephone numbers: groups of digits.
			all(
				`(?<![\\p{L}\\p{N}_+])(?:\\+\\d{1,3}[ -]?)?(?:\\(\\d{1,5}\\)[ -]?)?\\d{2,5}(?:[ -]\\d{2,5}){1,6}${TAIL}`,
			),
			all(`(?<![\\p{L}\\p{N}_+])\\+\\d{1,3}[ -]?\\d{4,14}${TAIL}`),
			all(`${HEAD}[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2}${TAIL}`),
			// Addresses of machines: IPv4 with a port or a mask, MAC, IPv6.
			all(`${HEAD}\\d{1,3}(?:\\.\\d{1,3}){3}(?:[:/]\\d{1,5})?${TAIL}`),
			all(`${HEAD}[\\dA-Fa-f]{2}(?:[:-][\\dA-Fa-f]{2}){5}${TAIL}`),
		],
		[/:/, all(`(?<![\\p{L}\\p{N}_:])(?:[\\dA-Fa-f]{0,4}:){2,7}[\\dA-Fa-f]{1,4}${TAIL}`)],
	],
	money: [
		[
			DIGIT,
			all(`${CURRENCY}[ \\u00a0]?${AMOUNT}${SCALE}`),
			all(`${HEAD}(?:US|A|C)\\$[ \\u00a0]?${AMOUNT}${SCALE}`),
			all(`(?<![\\p{N}])${AMOUNT}${SCALE}[ \\u00a0]?(?:${CURRENCY}|(?:${CODES})${TAIL})`),
			all(`${HEAD}(?:EUR|USD|GBP|CHF|JPY|CAD|AUD)[ \\u00a0]?${AMOUNT}`),
		],
	],
	date: [
		[
			DIGIT,
			all(
				`${HEAD}\\d{4}-\\d{2}-\\d{2}(?:[T ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d{2}:?\\d{2})?)?`,
			),
			all(`${HEAD}\\d{1,4}([/.])\\d{1,2}\\1\\d{1,4}${TAIL}`),
			all(
				`${HEAD}\\d{1,2}(?:st|nd|rd|th|\\.)?(?: of| de)? ${MONTHS}${TAIL}\\.?(?:(?:,? | de )\\d{4}${TAIL})?`,
			),
			all(`${HEAD}${MONTHS}\\.? \\d{1,2}(?:st|nd|rd|th)?${TAIL}(?:,? \\d{4}(?![\\w-]))?`),
			all(`${HEAD}${MONTHS} \\d{4}${TAIL}`),
		],
	],
	time: [
		[
			DIGIT,
			all(`${HEAD}\\d{1,2}[:.]\\d{2}(?::\\d{2})?(?: ?[ap]\\.?m\\.?)${TAIL}`),
			all(`${HEAD}\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,6})?)?${TAIL}`),
			all(`${HEAD}\\d{1,2} ?(?:am|pm|AM|PM|o'clock|Uhr)${TAIL}`),
		],
	],
	number: [
		[
			DIGIT,
			all(`${HEAD}\\d{1,4}/\\d{1,4}${TAIL}`),
			all(`(?<![\\p{N}])${AMOUNT}\\^[+-]?\\d{1,4}`),
			all(`(?<![\\p{N}])[+\\u2212\\u00b1-]?${AMOUNT}(?: ?(?:%|\\u2030|\\u00b0)| ?${UNITS}${TAIL})?`),
			all(`${HEAD}v?\\d{1,9}(?:\\.\\d{1,9}){1,6}(?:-[0-9A-Za-z.]{1,40})?`),
		],
	],
	address: [
		[
			DIGIT,
			all(`${HEAD}\\d{1,5}[A-Za-z]?,? (?:[A-Z][\\p{L}'\\u2019]{1,30} ){1,4}${STREET}${TAIL}`),
			all(
				`${HEAD}\\p{Lu}[\\p{L}-]{0,40}(?:stra\u00dfe|strasse|str\\.|weg|platz|gasse|allee) \\d{1,5}[a-z]?${TAIL}`,
			),
			all(
				`${HEAD}(?:Calle|Avenida|Av\\.|Plaza|Paseo|rue|avenue|boulevard) (?:\\p{L}{1,30} ){0,5}\\p{Lu}\\p{L}{1,30},? \\d{1,5}${TAIL}`,
			),
		],
	],
};

/** Words that mix letters with digits, such as order numbers, hashes and UUIDs. */
function idSpans(text: string): Span[] {
	const found: Span[] = [];
	for (const {0: match, index} of text.matchAll(/[A-Za-z0-9]{1,200}(?:[-_/.#][A-Za-z0-9]{1,200}){0,20}/g)) {
		if (/\d/.test(match) && /[A-Za-z]/.test(match)) found.push({start: index, end: index + match.length});
	}
	return found;
}
