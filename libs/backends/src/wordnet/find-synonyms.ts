import {
	inflectAdjective,
	inflectVerb,
	pluralOf,
	wordSpans,
	wordTagger,
	type Choice,
	type FindSynonyms,
	type Reading,
	type Replaceable,
	type TaggedWord,
	type WordSpan,
} from '@millrace/text';
import {leftAlone, particles} from './left-alone.ts';
import type {Wordnet} from './load-wordnet.ts';

/** How far synonyms may stray; the options of `wordnet()`. */
export interface SynonymCare {
	/** How many senses of a word are looked at, the most frequent first. */
	readonly senses: number;
	/** The share that these senses must have of the uses of the word. */
	readonly dominance: number;
	/** How often a synonym must have been met, relative to the word that it replaces. */
	readonly rarest: number;
	/** How often a synonym must have been met in the sense. */
	readonly leastUses: number;
	/** The place that the sense may have among those of the synonym. */
	readonly rank: number;
	/** Whether synonyms of several words are taken. */
	readonly multiWord: boolean;
	/** How sure the part of speech must be, as a logarithm. */
	readonly margin: number;
}

/** Finds the words of an English text that have synonyms in WordNet, as they would have to be written there. */
export function findSynonyms(wordnet: Wordnet, care: SynonymCare): FindSynonyms {
	const tag = wordTagger(wordnet.count);
	const cache = new Map<string, readonly Choice[]>();
	const choicesOf = (reading: Reading): readonly Choice[] => {
		const key = `${reading.part} ${reading.tag} ${reading.degree ?? ''} ${reading.base}`;
		let choices = cache.get(key);
		if (!choices) {
			choices = synonymsOf(wordnet, reading, care);
			if (cache.size >= CACHED) cache.clear();
			cache.set(key, choices);
		}
		return choices;
	};
	return (text) => {
		const spans = wordSpans(text);
		const border = (place: number): boolean => {
			const before = spans[place - 1];
			const start = spans[place]?.start ?? 0;
			return before === undefined || !(start === before.end + 1 && text.charCodeAt(before.end) === 32);
		};
		const words = spans.map(({word}) => word);
		const tags = tag(words, border);
		const found: Replaceable[] = [];
		for (const [place, span] of spans.entries()) {
			const reading = tags[place]?.reading;
			if (!reading || (tags[place]?.margin ?? 0) < care.margin || !plainWord(span.word, border(place)))
				continue;
			if (leftAlone.has(reading.base) || inCompany(reading, place, spans, tags, border)) continue;
			const choices = choicesOf(reading);
			if (choices.length > 0) found.push({...span, choices: casedLike(span, choices)});
		}
		return found;
	};
}

const CACHED = 50_000;

const plainWord = (word: string, atBorder: boolean): boolean =>
	(atBorder ? /^[A-Za-z][a-z]{2,30}$/ : /^[a-z]{3,30}$/).test(word);

const casedLike = ({word}: WordSpan, choices: readonly Choice[]): readonly Choice[] =>
	/^[A-Z]/.test(word)
		? choices.map((choice) => ({...choice, word: choice.word.charAt(0).toUpperCase() + choice.word.slice(1)}))
		: choices;

/** Part of a compound, a phrasal verb or a name, whose meaning is its own. */
function inCompany(
	{part}: Reading,
	place: number,
	spans: readonly WordSpan[],
	tags: readonly TaggedWord[],
	border: (place: number) => boolean,
): boolean {
	const before = border(place) ? undefined : tags[place - 1];
	const after = place + 1 >= spans.length || border(place + 1) ? undefined : tags[place + 1];
	const next = after ? (spans[place + 1]?.word.toLowerCase() ?? '') : '';
	if (part === 'verb') {
		const phrasal = particles.has(next) && tags[place]?.tag !== 'participle';
		return phrasal || (next === 'it' && particles.has(spans[place + 2]?.word ?? ''));
	}
	const nominal = (word: TaggedWord | undefined): boolean =>
		word !== undefined &&
		(word.tag === 'noun' || word.tag === 'plural' || word.tag === 'name' || word.tag === 'gerund');
	if (part === 'noun') return nominal(before) || nominal(after) || before?.tag === 'number';
	return false;
}

function synonymsOf({senses, count}: Wordnet, reading: Reading, care: SynonymCare): readonly Choice[] {
	const {base, part} = reading;
	const all = senses(base, part);
	const total = count(base, part) ?? 0;
	const first = all.slice(0, care.senses);
	if (all.length > care.senses && first.reduce((sum, sense) => sum + sense.count, 0) < care.dominance * total)
		return [];
	if (all.length > care.senses && total === 0) return [];
	const choices = new Map<string, number>();
	for (const {synset} of first) {
		if (synset.marked) continue;
		for (const word of synset.words) {
			if (word === base || !(care.multiWord ? /^[a-z]{3,}(?: [a-z]+)*$/ : /^[a-z]{3,}$/).test(word)) continue;
			const others = senses(word, part);
			const rank = others.findIndex((sense) => sense.synset === synset);
			const met = others[rank]?.count ?? 0;
			if (rank < 0 || rank >= care.rank || met < care.leastUses || met < care.rarest * total) continue;
			if (leftAlone.has(word) || sameRoot(word, base)) continue;
			const form = inflected(word, reading);
			if (form !== undefined) choices.set(form, (choices.get(form) ?? 0) + met);
		}
	}
	return [...choices]
		.map(([word, weight]) => ({word, weight}))
		.sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1));
}

/** `grey` for `gray` is a spelling, not another word. */
function sameRoot(a: string, b: string): boolean {
	if (a.startsWith(b) || b.startsWith(a)) return true;
	return (
		a.length === b.length && Array.from(a).filter((letter, place) => letter !== b.charAt(place)).length === 1
	);
}

function inflected(base: string, {tag, degree}: Reading): string | undefined {
	if (degree) return inflectAdjective(base, degree);
	// Of `papers` and `equipment` one cannot be sure whether they take the place of one or several.
	if (tag === 'plural' || tag === 'noun') {
		const plural = pluralOf(base);
		if (plural === base || /(?<![siu])s$/.test(base)) return undefined;
		return tag === 'plural' ? plural : base;
	}
	return tag === 'third' || tag === 'past' || tag === 'participle' || tag === 'gerund'
		? inflectVerb(base, tag)
		: base;
}
