// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- an ambient module cannot be imported
/// <reference path="./natural.d.ts" />
import TreebankWordTokenizer from 'natural/lib/natural/tokenizers/treebank_word_tokenizer.js';

/**
 * Cuts English by the Penn Treebank's rules, as `natural` has them: contractions in two (`do n't`), punctuation apart.
 * `natural` knows no letters but those of ASCII, so others are shown to it as `x` and put back.
 * Source: natural 8, after Robert MacIntyre's sed script of 1995.
 */
export function treebankTokens(text: string): string[] {
	const tokenizer = new TreebankWordTokenizer();
	if (!/[^\0-\x7f]/.test(text)) return tokenizer.tokenize(text);
	const characters = Array.from(text).filter((character) => !/\s/.test(character));
	let at = 0;
	return tokenizer
		.tokenize(text.replace(NOT_ASCII, masked))
		.map((token) => characters.slice(at, (at += token.length)).join(''));
}

const NOT_ASCII = /[^\0-\x7f]/gu;

// One code unit for each character, so that tokens can be cut out of the original again.
function masked(character: string): string {
	if (/[\p{L}\p{M}\p{N}]/u.test(character)) return 'x';
	return character.length > 1 ? '\u25a1' : character;
}
