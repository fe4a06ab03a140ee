/** Samples of word lists, a file a language: they show the form of a list and are no list to filter by. */
export const sampleBadWords = {
	de: new URL('../../samples/bad-words/de.txt', import.meta.url),
	en: new URL('../../samples/bad-words/en.txt', import.meta.url),
	es: new URL('../../samples/bad-words/es.txt', import.meta.url),
	fr: new URL('../../samples/bad-words/fr.txt', import.meta.url),
	it: new URL('../../samples/bad-words/it.txt', import.meta.url),
	ja: new URL('../../samples/bad-words/ja.txt', import.meta.url),
	nl: new URL('../../samples/bad-words/nl.txt', import.meta.url),
	pl: new URL('../../samples/bad-words/pl.txt', import.meta.url),
	zh: new URL('../../samples/bad-words/zh.txt', import.meta.url),
} as const;

/** Samples of the lists of `urlFilter`, with invented names. */
export const sampleUrlLists = {
	domains: new URL('../../samples/urls/domains.txt', import.meta.url),
	urls: new URL('../../samples/urls/urls.txt', import.meta.url),
	bannedWords: new URL('../../samples/urls/banned-words.txt', import.meta.url),
	softWords: new URL('../../samples/urls/soft-words.txt', import.meta.url),
	bannedSubwords: new URL('../../samples/urls/banned-subwords.txt', import.meta.url),
} as const;
