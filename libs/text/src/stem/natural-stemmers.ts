// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- an ambient module cannot be imported
/// <reference path="./natural-modules.d.ts" />
import carry from 'natural/lib/natural/stemmers/Carry/index.js';
import lancasterStemmer from 'natural/lib/natural/stemmers/lancaster_stemmer.js';
import ukrainianStemmer from 'natural/lib/natural/stemmers/porter_stemmer_uk.js';
import japaneseStemmer from 'natural/lib/natural/stemmers/stemmer_ja.js';

/** English by Paice and Husk, of `natural`: shorter stems than any other. */
export const lancaster = bounded((word) => lancasterStemmer.stem(word));

/** French by Paternostre and others, of `natural`. */
export const carryFrench = bounded((word) => (INHERITED.test(word) ? word : carry.stem(word)));

/** Ukrainian, of `natural`. */
export const ukrainian = bounded((word) => ukrainianStemmer.stem(word));

/** Japanese, of `natural`: long katakana words lose a final prolonged sound mark. */
export const japanese = bounded((word) => japaneseStemmer.stem(word));

// Their time grows with the square of the length, or they recurse; no word is this long.
const LONGEST = 200;

function bounded(stem: (word: string) => string): (word: string) => string {
	return (word) => (word.length > LONGEST ? word : stem(word));
}

// Carry looks endings up in plain objects and would find what these inherit.
const INHERITED = new RegExp(`(?:${Object.getOwnPropertyNames(Object.prototype).join('|')})$`);
