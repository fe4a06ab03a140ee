import {elidedWords} from './segment/elided-words.ts';
import {naturalTokens} from './natural-tokens.ts';
import {segmentWords} from './segment-words.ts';
import {shortPieces} from './segment/short-pieces.ts';
import {treebankTokens} from './treebank-tokens.ts';

export interface WordTokensOptions {
	/**
	 * `unicode` (unless given): words by Unicode's letters, marks and numbers, with inner apostrophes, periods and hyphens;
	 * runs in scripts without spaces go to `segmenter`. `segmenter`: Unicode Annex 29 and ICU's dictionaries throughout,
	 * some ten times slower. `treebank`: Penn Treebank for English, punctuation always kept. `natural`: the tokenizer that
	 * `natural` has for the language, which drops letters that it does not list; `unicode` where it has none.
	 */
	readonly algorithm?: 'unicode' | 'segmenter' | 'treebank' | 'natural';
	/** Language tag; `en` unless given. French, Italian and Catalan cut after an elided article: `l'` `eau`. */
	readonly language?: string;
	/** Whether punctuation and symbols are tokens of their own; they are left out unless asked. */
	readonly punctuation?: boolean;
}

/** The words of a text in order. But for `natural`, no letter is lost in any script. Time is linear in the text. */
export function wordTokens(
	text: string,
	{algorithm = 'unicode', language, punctuation = false}: WordTokensOptions = {},
): string[] {
	if (algorithm === 'treebank') return treebankTokens(text);
	if (algorithm === 'segmenter') return segmented(text, language, punctuation);
	if (algorithm === 'natural') {
		const tokens = naturalTokens(text, baseOf(language));
		if (tokens) return tokens;
	}
	const words: string[] = [];
	for (const piece of shortPieces(text, LONGEST))
		for (const word of elidedWords(unicodeTokens(piece, language, punctuation), baseOf(language)))
			words.push(word);
	return words;
}

// A regular expression keeps a way back for each letter of a word; ten million letters in one exceed its stack.
const LONGEST = 100_000;

const baseOf = (language = 'en'): string => language.split('-')[0] ?? language;

function unicodeTokens(text: string, language: string | undefined, punctuation: boolean): string[] {
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
