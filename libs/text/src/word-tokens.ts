import {segmentWords} from './segment-words.ts';
import {treebankTokens} from './treebank-tokens.ts';

export interface WordTokensOptions {
	/**
	 * `unicode` (unless given): words by Unicode's letters, marks and numbers, with inner apostrophes, periods and hyphens;
	 * runs in scripts without spaces go to `segmenter`. `segmenter`: Unicode Annex 29 and ICU's dictionaries throughout,
	 * some ten times slower. `treebank`: Penn Treebank for English, punctuation always kept.
	 */
	readonly algorithm?: 'unicode' | 'segmenter' | 'treebank';
	/** Language tag for `segmenter`; `en` unless given, which serves nearly all. */
	readonly language?: string;
	/** Whether punctuation and symbols are tokens of their own; they are left out unless asked. */
	readonly punctuation?: boolean;
}

/**
 * The words of a text in order. No word is lost in any script. Of the tokenizers of `natural` only `treebank` is used:
 * its conventions for English contractions are what it is good at; the others drop letters that their pattern does not list.
 */
export function wordTokens(
	text: string,
	{algorithm = 'unicode', language, punctuation = false}: WordTokensOptions = {},
): string[] {
	if (algorithm === 'treebank') return treebankTokens(text);
	if (algorithm === 'segmenter') return segmented(text, language, punctuation);
	const ascii = !NOT_ASCII.test(text);
	if (ascii) return text.match(punctuation ? ASCII_TOKEN : ASCII_WORD) ?? [];
	const tokens = text.match(punctuation ? UNICODE_TOKEN : UNICODE_WORD) ?? [];
	return SPACELESS.test(text)
		? tokens.flatMap((token) => (SPACELESS.test(token) ? segmented(token, language, punctuation) : token))
		: tokens;
}

const NOT_ASCII = /[^\0-\x7f]/;
const ASCII_WORD = /[A-Za-z0-9_]+(?:['.-][A-Za-z0-9_]+)*/g;
const ASCII_TOKEN = /[A-Za-z0-9_]+(?:['.-][A-Za-z0-9_]+)*|[!-/:-@[-^`{-~]/g;
const START = '[\\p{L}\\p{N}_]';
const REST = '[\\p{L}\\p{M}\\p{N}_]*';
// Within a word: apostrophes, period, hyphens, middle dot, and the joiners of Persian and the scripts of India.
const WORD = `${START}${REST}(?:['\u2019.\\-\u2010\u2011\u00b7\u200c\u200d]${START}${REST})*`;
const EMOJI = '\\p{Extended_Pictographic}(?:\ufe0f|[\u{1f3fb}-\u{1f3ff}]|\u200d\\p{Extended_Pictographic})*';
const UNICODE_WORD = new RegExp(WORD, 'gu');
const UNICODE_TOKEN = new RegExp(`${WORD}|${EMOJI}|[^\\s\\p{C}]`, 'gu');
const SPACELESS =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const WORDLIKE = /[\p{L}\p{N}]/u;

function segmented(text: string, language: string | undefined, punctuation: boolean): string[] {
	const wanted = punctuation ? /^\S/ : WORDLIKE;
	return Array.from(segmentWords(text, language)).filter((segment) => wanted.test(segment));
}
