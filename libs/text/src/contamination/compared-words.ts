import {wordBorders} from '@millrace/kernels';
import {simplifyText} from '../normalize/simplify-text.ts';
import {cachedStemmer} from '../stem/cached-stemmer.ts';
import {stemAlgorithmOf, stemmer} from '../stem/stemmer.ts';
import {wordTokens} from '../word-tokens.ts';

/**
 * How words are made equal before they are compared. `raw`: what white space parts, as it is. `normalized`: words
 * without punctuation, in small letters, without accents, in compatibility form. `stemmed`: the stems of those.
 */
export const wordForms = ['raw', 'normalized', 'stemmed'] as const;

/** One of these, or the words of datatrove 0.10: those that spaCy cuts of simplified text. */
export type WordForm = (typeof wordForms)[number] | 'datatrove-0.10';

/** A text with the words that are compared. */
export interface ComparedText {
	/** The text itself, or, for datatrove, the simplified one. */
	readonly text: string;
	readonly words: readonly ComparedWord[];
}

/** A word as it is compared, and where it stands (UTF-16 units). */
export interface ComparedWord {
	readonly word: string;
	readonly start: number;
	readonly end: number;
}

/** The words of a text in one form; `language` cuts and stems. */
export function comparedWords(text: string, form: WordForm, language = 'en'): ComparedText {
	if (form === 'datatrove-0.10') return datatroveWords(simplifyText(text));
	if (form === 'raw')
		return {
			text,
			words: Array.from(text.matchAll(/\S+/g), ({0: word, index}) => ({
				word,
				start: index,
				end: index + word.length,
			})),
		};
	const same = form === 'stemmed' ? stemmed(language) : normalized;
	const words: ComparedWord[] = [];
	let from = 0;
	for (const token of wordTokens(text, {language})) {
		const start = text.indexOf(token, from);
		from = start + token.length;
		const word = same(token);
		if (word !== '') words.push({word, start, end: from});
	}
	return {text, words};
}

function datatroveWords(text: string): ComparedText {
	const bytes = Buffer.from(text);
	const {borders} = wordBorders({bytes, offsets: Int32Array.of(0, bytes.length)});
	let [unit, byte] = [0, 0];
	const words = Array.from({length: borders.length / 2}, (_, index) => {
		const [from = 0, to = 0] = borders.subarray(index * 2, index * 2 + 2);
		const start = unit + bytes.toString('utf8', byte, from).length;
		const word = bytes.toString('utf8', from, to);
		[unit, byte] = [start + word.length, to];
		return {word, start, end: unit};
	});
	return {text, words};
}

function normalized(word: string): string {
	if (!NOT_ASCII.test(word)) return word.toLowerCase();
	return word
		.normalize('NFKD')
		.toLowerCase()
		.replace(/\p{Mn}/gu, '')
		.replace(/[\u2018\u2019\u02bc]/g, "'")
		.replace(/[\u2010-\u2012]/g, '-');
}

const NOT_ASCII = /[^\0-\x7f]/;
const stemmers = new Map<string, (word: string) => string>();

function stemmed(language: string): (word: string) => string {
	let stem = stemmers.get(language);
	if (!stem) {
		const algorithm = stemAlgorithmOf(language);
		const exact = algorithm === undefined ? (word: string) => word : stemmer(algorithm);
		stem = cachedStemmer((word) => exact(normalized(word)));
		stemmers.set(language, stem);
	}
	return stem;
}
