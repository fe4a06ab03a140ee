import test from 'ava';
import {findSynonyms, type SynonymCare} from './find-synonyms.ts';
import type {Sense, Wordnet} from './load-wordnet.ts';

const synset = (marked: boolean, ...words: string[]) => ({words, marked});
const [store, slang, rareSynset, plural] = [
	synset(false, 'shop', 'store'),
	synset(true, 'money', 'dough'),
	synset(false, 'sofa', 'couch', 'divan'),
	synset(false, 'document', 'papers'),
];
const table: Readonly<Record<string, readonly Sense[]>> = {
	shop: [{synset: store, count: 20}],
	store: [{synset: store, count: 10}],
	money: [{synset: slang, count: 20}],
	dough: [{synset: slang, count: 10}],
	sofa: [{synset: rareSynset, count: 20}],
	couch: [{synset: rareSynset, count: 9}],
	divan: [{synset: rareSynset, count: 1}],
	document: [{synset: plural, count: 10}],
	papers: [{synset: plural, count: 10}],
};
const wordnet: Wordnet = {
	senses: (base, part) => (part === 'noun' ? (table[base] ?? []) : []),
	count: (base, part) =>
		part === 'noun' ? table[base]?.reduce((sum, {count}) => sum + count, 0) : undefined,
};
const care: SynonymCare = {
	senses: 1,
	dominance: 0.6,
	rarest: 0.05,
	leastUses: 2,
	rank: 1,
	multiWord: false,
	margin: 0,
};

const cases = [
	['The shop was shut.', {}, 'shop: store'],
	['The shops were shut.', {}, 'shops: stores'],
	['The money was gone.', {}, ''],
	['The sofa was new.', {}, 'sofa: couch'],
	['The sofa was new.', {leastUses: 1}, 'sofa: couch divan'],
	['The sofa was new.', {leastUses: 1, rarest: 0.1}, 'sofa: couch'],
	['The document was new.', {}, ''],
	['My sofa shop was shut.', {}, ''],
] as const;

for (const [text, changed, found] of cases) {
	test(`finds in ${JSON.stringify(text)} with ${JSON.stringify(changed)}: ${found}`, (t) => {
		const words = findSynonyms(wordnet, {...care, ...changed})(text);
		t.is(
			words.map(({word, choices}) => `${word}: ${choices.map((choice) => choice.word).join(' ')}`).join('; '),
			found,
		);
	});
}
