import {cachedStemmer} from '../stem/cached-stemmer.ts';
import {stemAlgorithmOf, stemmer} from '../stem/stemmer.ts';
import {wordTokens} from '../word-tokens.ts';

/**
 * How words are made equal before they are compared. `raw`: what white space parts, as it is. `normalized`: words
 * without punctuation, in small letters, without accents, in compatibility form. `stemmed`: the stems of those.
 */
export const wordForms = ['raw', 'normalized', 'stemmed'] as const;

export type WordForm = (typeof wordForms)[number];

/** A word of a text as it is compared, and where it stands (UTF-16 units). */
export interface ComparedWord {
	readonly word: string;
	readonly start: number;
	readonly end: number;
}

/** The words of a text in one form; `language` cuts and stems. */
export function comparedWords(text: string, form: WordForm, language = 'en'): readonly ComparedWord[] {
	if (form === 'raw')
		return Array.from(text.matchAll(/\S+/g), ({0: word, index}) => ({
			word,
			start: index,
			end: index + word.length,
		}));
	const same = form === 'stemmed' ? stemmed(language) : normalized;
	const words: ComparedWord[] = [];
	let from = 0;
	for (const token of wordTokens(text, {language})) {
		const start = text.indexOf(token, from);
		from = start + token.length;
		const word = same(token);
		if (word !== '') words.push({word, start, end: from});
	}
	return words;
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
