import {wordTokens} from '../word-tokens.ts';
import {isStopWord, stopWords} from './stop-words.ts';

export interface KeyTermsOptions {
	/** Whose stop words cut phrases; `en` unless given. */
	readonly language?: string;
	/** Terms at most; 10 unless given. */
	readonly most?: number;
	/** Words of a term at most; 3 unless given. */
	readonly words?: number;
}

/** A term and its score: the sum of degree by frequency of its words. */
export interface KeyTerm {
	readonly term: string;
	readonly score: number;
}

/**
 * The key terms of one text by RAKE: phrases between stop words and punctuation, scored by how often their words stand with
 * others. Equal scores keep the order of the text. Terms are in small letters. Source: Rose, Engel, Cramer and Cowley,
 * Automatic keyword extraction from individual documents, in Text Mining: Applications and Theory, Wiley 2010. Unlike
 * there, longer phrases are left out, not cut, and a language without stop words is cut at punctuation only.
 */
export function keyTerms(
	text: string,
	{language = 'en', most = 10, words = 3}: KeyTermsOptions = {},
): KeyTerm[] {
	const phrases = phrasesOf(text, language).filter((phrase) => phrase.length <= words);
	const weights = wordWeights(phrases);
	const space = SPACELESS.has(language) ? '' : ' ';
	const scores = new Map<string, number>();
	for (const phrase of phrases) {
		const term = phrase.join(space);
		if (!scores.has(term))
			scores.set(
				term,
				phrase.reduce((sum, word) => sum + (weights.get(word) ?? 0), 0),
			);
	}
	return Array.from(scores, ([term, score]) => ({term, score}))
		.toSorted((a, b) => b.score - a.score)
		.slice(0, most);
}

const SPACELESS = new Set(['zh', 'ja', 'th', 'lo', 'km', 'my']);
const NUMBER = /^[\p{N}.,'-]+$/u;
const WORD = /[\p{L}\p{N}]/u;

/** Runs of words between stop words, punctuation and numbers. */
function phrasesOf(text: string, language: string): readonly (readonly string[])[] {
	const stop = stopWords(language) ?? new Set<string>();
	const phrases: string[][] = [];
	let phrase: string[] = [];
	for (const line of text.split('\n')) {
		for (const token of [...wordTokens(line, {language, punctuation: true}), '']) {
			const word = token.toLowerCase().replaceAll('\u2019', "'");
			if (WORD.test(word) && !NUMBER.test(word) && !isStopWord(word, stop)) {
				phrase.push(word);
				continue;
			}
			if (phrase.length > 0) phrases.push(phrase);
			phrase = [];
		}
	}
	return phrases;
}

/** The degree of each word, which is the length of all phrases it stands in, by how often it stands in one. */
function wordWeights(phrases: readonly (readonly string[])[]): ReadonlyMap<string, number> {
	const counts = new Map<string, {frequency: number; degree: number}>();
	for (const phrase of phrases) {
		for (const word of phrase) {
			const count = counts.get(word) ?? {frequency: 0, degree: 0};
			counts.set(word, {frequency: count.frequency + 1, degree: count.degree + phrase.length});
		}
	}
	return new Map([...counts].map(([word, {frequency, degree}]) => [word, degree / frequency]));
}
