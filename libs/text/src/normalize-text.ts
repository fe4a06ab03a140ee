import {codeSpans} from './code-spans.ts';
import {asciiDigits} from './normalize/ascii-digits.ts';
import {expandContractions} from './normalize/expand-contractions.ts';
import {foldCase, lowerCase} from './normalize/fold-case.ts';
import {stripDiacritics} from './normalize/strip-diacritics.ts';
import {proseBlocks} from './prose-blocks.ts';

export interface NormalizeTextOptions {
	/** Unicode normalization form; `NFC` unless given. `NFKC` also folds ligatures, full-width letters and the like. */
	readonly form?: 'NFC' | 'NFKC' | 'none';
	/** `straight` turns curly quotes to `'` and `"`; they are kept unless asked. */
	readonly quotes?: 'keep' | 'straight';
	/** `ascii` turns hyphens, en dashes and minus signs to `-`, em dashes to `--`; they are kept unless asked. */
	readonly dashes?: 'keep' | 'ascii';
	/** `dots` turns the one-character ellipsis to three dots; it is kept unless asked. */
	readonly ellipsis?: 'keep' | 'dots';
	/** `lower` makes letters small; `fold` also writes `ß` as `ss` and the like. */
	readonly case?: 'keep' | 'lower' | 'fold';
	/** `ascii` writes the digits of every script as 0 to 9. */
	readonly digits?: 'keep' | 'ascii';
	/** `strip` removes accents and vowel points that make no letter of their own in the language; `strip-all` any. */
	readonly diacritics?: 'keep' | 'strip' | 'strip-all';
	/** `expand` writes `don't` as `do not` in English. */
	readonly contractions?: 'keep' | 'expand';
	/** Whose rules `case`, `diacritics` and `contractions` follow; `en` unless given. */
	readonly language?: string;
	/** `normalize` treats what looks like code as prose; it is kept to the character unless asked. */
	readonly code?: 'keep' | 'normalize';
}

/**
 * Normalizes text: Unicode form; line ends to `\n`; runs of spaces within a line to one, none at its end; runs of
 * empty lines to one, none at the start; control, zero-width and other invisible characters removed, but joiners where
 * a script or an emoji needs them. Indentation stays. What looks like code (see `proseBlocks`, and inline code spans)
 * changes in its line ends only, unless asked. Idempotent: normalized text comes back as it is.
 */
export function normalizeText(text: string, options: NormalizeTextOptions = {}): string {
	if (!UNCLEAN.test(text) && !changesAscii(options)) return text;
	let before = text;
	// A pass may lay code bare (a removed character joins two backticks), so passes run until nothing changes.
	for (let pass = 0; pass < MOST_PASSES; pass++) {
		const after = onePass(before, options);
		if (after === before) break;
		before = after;
	}
	return before;
}

const MOST_PASSES = 8;

/** Whether letters of ASCII may change; digits and diacritics beyond it are seen by `UNCLEAN`. */
const changesAscii = ({case: letters = 'keep', contractions = 'keep'}: NormalizeTextOptions): boolean =>
	letters !== 'keep' || contractions !== 'keep';

const UNCLEAN = /[^\t\n -~]|^\n|\n\n\n|[ \t](?:\n|$)|[^ \t\n](?: [ \t]|\t)/;

const SPACE = '\\t\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000';
const SPACE_RUNS = new RegExp(`(?:[${SPACE}]| (?=[ ${SPACE}\\n]|$))[ ${SPACE}]*`, 'g');
const ODD_SPACES = new RegExp(`[${SPACE}]`, 'g');
const LINE_ENDS = /[\v\f\u0085\u2028\u2029]/g;
// Tags (U+E0020 to U+E007F) spell flags after a black flag and hide text anywhere else.
const INVISIBLE =
	/(?![\t\n])\p{Cc}|[\u00ad\u200b\u2060-\u2064\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff]|(?<!\u{1f3f4}[\u{e0020}-\u{e007f}]{0,7})[\u{e0000}-\u{e007f}]/gu;
const JOINERS =
	/(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]|(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])[\p{L}\p{M}])[\u200c\u200d]+/gu;

function onePass(source: string, options: NormalizeTextOptions): string {
	const unified = source.replace(/^\ufeff+/, '').replace(/\r\n?/g, '\n');
	const blocks = [...proseBlocks(unified, options.code !== 'normalize')];
	const lines: string[] = [];
	for (const [index, {kind, text}] of blocks.entries()) {
		if (kind === 'prose') lines.push(cleanProse(text, options));
		else if (kind === 'code') lines.push(text);
		else if (index === blocks.length - 1) lines.push('');
		else if (index > 0)
			lines.push(blocks[index - 1]?.kind === 'code' && blocks[index + 1]?.kind === 'code' ? text : '');
	}
	return lines.join('\n');
}

/** Cleans a run of lines, but for its inline code spans. */
function cleanProse(text: string, options: NormalizeTextOptions): string {
	const spans = options.code === 'normalize' ? [] : codeSpans(text);
	if (spans.length === 0) return cleanFragment(text, options, true, true);
	const parts: string[] = [];
	let from = 0;
	for (const [start, end] of spans) {
		parts.push(cleanFragment(text.slice(from, start), options, from === 0, false), text.slice(start, end));
		from = end;
	}
	parts.push(cleanFragment(text.slice(from), options, false, true));
	return parts.join('');
}

function cleanFragment(text: string, options: NormalizeTextOptions, first: boolean, last: boolean): string {
	const {form = 'NFC', quotes, dashes, ellipsis} = options;
	let clean = form === 'none' ? text : text.normalize(form);
	clean = clean.replace(LINE_ENDS, '\n').replace(INVISIBLE, '').replace(JOINERS, '');
	if (quotes === 'straight') clean = clean.replace(/[\u2018-\u201b]/g, "'").replace(/[\u201c-\u201f]/g, '"');
	if (dashes === 'ascii')
		clean = clean.replace(/[\u2010-\u2013\u2212]/g, '-').replace(/[\u2014\u2015]/g, '--');
	if (ellipsis === 'dots') clean = clean.replaceAll('\u2026', '...');
	clean = changeWords(clean, options);
	return clean.replace(SPACE_RUNS, (run, at: number) => {
		const end = at + run.length;
		if (end === clean.length ? last : clean[end] === '\n') return '';
		const indents = at === 0 ? first : clean[at - 1] === '\n';
		return indents ? run.replace(ODD_SPACES, (space) => (space === '\t' ? space : ' ')) : ' ';
	});
}

function changeWords(text: string, options: NormalizeTextOptions): string {
	const {case: letters, digits, diacritics, contractions, language = 'en'} = options;
	let words = contractions === 'expand' ? expandContractions(text, language) : text;
	if (letters === 'fold') words = foldCase(words, language);
	else if (letters === 'lower') words = lowerCase(words, language);
	if (digits === 'ascii') words = asciiDigits(words);
	return diacritics === 'strip' || diacritics === 'strip-all'
		? stripDiacritics(words, language, diacritics === 'strip-all')
		: words;
}
