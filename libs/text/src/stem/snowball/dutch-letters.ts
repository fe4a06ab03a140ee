import {isOther, letters} from '../letters.ts';

/** Where the regions of a Dutch word begin. */
export interface Regions {
	readonly r1: number;
	readonly r2: number;
}

const A = 'a\u00e4\u00e1\u00e0\u00e2';
const E = 'e\u00eb\u00e9\u00e8\u00ea';
const I = 'i\u00ef\u00ed\u00ec\u00ee';
const O = 'o\u00f6\u00f3\u00f2\u00f4';
const U = 'u\u00fc\u00fa\u00f9\u00fb';

/** The Dutch vowels, with y. */
export const vowel = letters(`${A}${E}${I}${O}${U}y`);

/** Whether a vowel or the digraph ij ends at a place. */
export const isVowel = (word: string, end: number): boolean =>
	vowel(word, end - 1) || (end >= 2 && word.endsWith('ij', end));

/** Whether a consonant, not the digraph ij, ends at a place. */
export const isConsonant = (word: string, end: number): boolean =>
	isOther(word, end - 1, vowel) && !word.endsWith('ij', end);

/** A word whose last vowel is written long, where a lost ending had left it short: `lop` of `lopen` becomes `loop`. */
export function lengthened(word: string): string {
	const last = word.length - 1;
	if (!isOther(word, last, vowelOrWX)) return word;
	const tail = word.slice(last);
	if (word.endsWith('e\u00eb', last)) return `${word.slice(0, last)}e${tail}`;
	if (word.endsWith('i\u00eb', last)) return `${word.slice(0, last - 1)}ee${tail}`;
	const before = last - 2;
	if (plainVowel(word, before)) return word;
	if (!aou(word, last - 1) && !(e(word, last - 1) && mayLengthenE(word, before))) return word;
	return word.slice(0, last) + word.charAt(last - 1) + tail;
}

// The last `e` of `wandel` and `boven`, after a syllable, stays short.
function mayLengthenE(word: string, consonant: number): boolean {
	if (consonant < 0) return true;
	if (notE(word, consonant - 1) || (consonant === 1 && anyE(word, 0))) return false;
	return !(notE(word, consonant - 2) && isOther(word, consonant - 3, plainVowel));
}

const plainVowel = letters(`${A}${E}${I}${O}${U}`);
const vowelOrWX = letters(`${A}${E}${I}${O}${U}ywx`);
const aou = letters(`${A}${O}${U}`);
const e = letters('e\u00e9\u00e8\u00ea');
const anyE = letters(E);
const notE = letters(`${A}${I}${O}${U}`);
