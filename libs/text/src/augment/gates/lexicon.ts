import {fingerprint, type Awaitable, type Json} from '@millrace/core';
import {stopWords} from '../../terms/stop-words.ts';
import {baseLanguage} from './word-lists.ts';

/** Tells whether a language has a word, such as `wordnetLexicon()` of @millrace/backends. */
export interface Lexicon {
	readonly identity: Json;
	/** Loads what it needs; errors say how to install it. */
	open(): Awaitable<HasWord>;
}

/** Whether a language, as ISO 639-1, has a lower-case word; false of a language that the lexicon does not know. */
export type HasWord = (word: string, language: string) => boolean;

/** A lexicon of word lists, by language, without case; stop words of these languages belong to it. */
export function wordLexicon(lists: Readonly<Record<string, readonly string[]>>): Lexicon {
	const words = new Map(
		Object.entries(lists).map(([language, list]) => [
			language,
			new Set(list.map((word) => word.toLowerCase())),
		]),
	);
	return {
		identity: {name: 'word-lexicon', lists: fingerprint(lists)},
		open: () => (word, language) => {
			const own = words.get(language) ?? words.get(baseLanguage(language));
			return own !== undefined && (own.has(word) || (stopWords(baseLanguage(language))?.has(word) ?? false));
		},
	};
}
