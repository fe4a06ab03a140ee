// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- an ambient module cannot be imported
/// <reference path="../natural.d.ts" />
import english from 'natural/lib/natural/util/stopwords.js';
import french from 'natural/lib/natural/util/stopwords_fr.js';
import indonesian from 'natural/lib/natural/util/stopwords_id.js';
import italian from 'natural/lib/natural/util/stopwords_it.js';
import dutch from 'natural/lib/natural/util/stopwords_nl.js';
import norwegian from 'natural/lib/natural/util/stopwords_no.js';
import polish from 'natural/lib/natural/util/stopwords_pl.js';
import portuguese from 'natural/lib/natural/util/stopwords_pt.js';
import russian from 'natural/lib/natural/util/stopwords_ru.js';
import swedish from 'natural/lib/natural/util/stopwords_sv.js';
import ukrainian from 'natural/lib/natural/util/stopwords_uk.js';
import others from 'stopwords-iso/stopwords-iso.json' with {type: 'json'};

/**
 * The stop words of a language, in small letters; undefined where there is no list. From `natural` where its list is worth
 * it, from stopwords-iso otherwise; signs and digits that those lists hold are no words and are left out.
 */
export function stopWords(language: string): ReadonlySet<string> | undefined {
	return lists.get(language) ?? made(language);
}

const fromNatural: ReadonlyMap<string, {readonly words: readonly string[]}> = new Map(
	Object.entries({
		en: english,
		fr: french,
		id: indonesian,
		it: italian,
		nl: dutch,
		no: norwegian,
		pl: polish,
		pt: portuguese,
		ru: russian,
		sv: swedish,
		uk: ukrainian,
	}),
);
const fromIso: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(others));
const lists = new Map<string, ReadonlySet<string>>();

/** The languages that have stop words, sorted. */
export const stopWordLanguages: readonly string[] = [
	...new Set([...fromNatural.keys(), ...fromIso.keys()]),
].toSorted();

function made(language: string): ReadonlySet<string> | undefined {
	const words = fromNatural.get(language)?.words ?? fromIso.get(language);
	if (!words) return undefined;
	const list = new Set(
		words.map((word) => word.normalize('NFC').toLowerCase()).filter((word) => /\p{L}/u.test(word)),
	);
	lists.set(language, list);
	return list;
}

/**
 * Leaves out the stop words of the language, in any case and with any apostrophe, and those of `also`; never those of `keep`.
 * Tokens of a language without a list come back as they are, but for `also`.
 */
export function withoutStopWords(
	tokens: readonly string[],
	language: string,
	{also = [], keep = []}: {readonly also?: readonly string[]; readonly keep?: readonly string[]} = {},
): string[] {
	const stop = stopWords(language) ?? new Set<string>();
	const [more, kept] = [new Set(also.map(plain)), new Set(keep.map(plain))];
	return tokens.filter((token) => {
		const word = plain(token);
		return kept.has(word) || (!isStopWord(word, stop) && !more.has(word));
	});
}

/** Whether a word in small letters is one of a list, also with what is contracted or elided: `it's`, `l'`. */
export function isStopWord(word: string, stop: ReadonlySet<string>): boolean {
	if (stop.has(word)) return true;
	const base = /^(\p{L}+)'(?:s|d|m|re|ve|ll)?$/u.exec(word)?.[1];
	return base !== undefined && stop.has(base);
}

const plain = (word: string): string => word.normalize('NFC').toLowerCase().replaceAll('\u2019', "'");
