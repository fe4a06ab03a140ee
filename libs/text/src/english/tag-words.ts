import {baseForms, type Part, type Reading} from './base-forms.ts';
import {functionWords} from './function-words.ts';
import {foretells} from './foretells.ts';
import {tagIndex, type WordTag} from './word-tag.ts';

/** How often an English base is used as a part of speech; undefined where it is not. */
export type WordCounts = (base: string, part: Part) => number | undefined;

/** A word of a sentence as it is meant. */
export interface TaggedWord {
	readonly tag: WordTag;
	/** The base of a noun, verb, adjective or adverb that the counts know. */
	readonly reading?: Reading;
	/**
	 * By how much, as a logarithm, it leads what else the word may be between these neighbours; infinite where
	 * it can be nothing else.
	 */
	readonly margin: number;
}

/**
 * Returns a tagger of English sentences, given how often words are used as what. It keeps what it found of a
 * word. The best path through the tags that each word may have, by counts and by which tags foretell which.
 * `border` says that a sentence, clause or bracket begins before the word at this place.
 */
export function wordTagger(
	counts: WordCounts,
): (words: readonly string[], border: (place: number) => boolean) => readonly TaggedWord[] {
	const cache = new Map<string, readonly Choice[]>();
	const choicesOf = (word: string): readonly Choice[] => {
		let choices = cache.get(word);
		if (!choices) {
			choices = choicesFor(word, counts);
			if (cache.size >= CACHED) cache.clear();
			cache.set(word, choices);
		}
		return choices;
	};
	return (words, border) => {
		const lattice = words.map((word, place) =>
			border(place) && FIRST_CAPITAL.test(word) ? choicesOf(lowered(word)) : choicesOf(word),
		);
		return bestPath(lattice, border);
	};
}

interface Choice extends Omit<TaggedWord, 'margin'> {
	readonly index: number;
	readonly score: number;
}

const CACHED = 50_000;
const BORDER = tagIndex.get('border') ?? 0;

/** By Viterbi's algorithm. */
function bestPath(
	lattice: readonly (readonly Choice[])[],
	border: (place: number) => boolean,
): readonly TaggedWord[] {
	const backs: number[][] = [];
	let scores: number[] = [];
	let before: readonly Choice[] = [];
	for (const [place, choices] of lattice.entries()) {
		const next: number[] = [];
		const back: number[] = [];
		const cut = border(place);
		for (const choice of choices) {
			let [best, from] = [-Infinity, 0];
			if (place === 0) best = foretells(BORDER, choice.index);
			for (let index = 0; index < before.length; index++) {
				const tag = before[index]?.index ?? BORDER;
				// A border between two words weakens what the first foretells.
				const score =
					(scores[index] ?? 0) +
					(cut ? foretells(tag, BORDER) + foretells(BORDER, choice.index) : foretells(tag, choice.index));
				if (score > best) [best, from] = [score, index];
			}
			next.push(best + choice.score);
			back.push(from);
		}
		backs.push(back);
		scores = next;
		before = choices;
	}
	let index = 0;
	for (const [place, score] of scores.entries()) {
		const last = before[place]?.index ?? BORDER;
		const best = before[index]?.index ?? BORDER;
		if (score + foretells(last, BORDER) > (scores[index] ?? -Infinity) + foretells(best, BORDER))
			index = place;
	}
	const path: Choice[] = [];
	for (let place = lattice.length - 1; place >= 0; place--) {
		const choice = lattice[place]?.[index];
		if (choice) path.push(choice);
		index = backs[place]?.[index] ?? 0;
	}
	path.reverse();
	return path.map(({tag, reading}, place) => ({
		tag,
		margin: marginAt(place, lattice, path, border),
		...(reading ? {reading} : {}),
	}));
}

function marginAt(
	place: number,
	lattice: readonly (readonly Choice[])[],
	path: readonly Choice[],
	border: (place: number) => boolean,
): number {
	const before = place === 0 || border(place) ? BORDER : (path[place - 1]?.index ?? BORDER);
	const after = place + 1 === path.length || border(place + 1) ? BORDER : (path[place + 1]?.index ?? BORDER);
	const scoreOf = ({index, score}: Choice): number =>
		score + foretells(before, index) + foretells(index, after);
	const chosen = path[place];
	if (!chosen) return 0;
	let other = -Infinity;
	for (const choice of lattice[place] ?? []) if (choice !== chosen) other = Math.max(other, scoreOf(choice));
	return scoreOf(chosen) - other;
}

const FIRST_CAPITAL = /^\p{Lu}/u;
const lowered = (word: string): string =>
	word === 'I' ? word : word.charAt(0).toLowerCase() + word.slice(1);

function choicesFor(word: string, counts: WordCounts): readonly Choice[] {
	const found: {tag: WordTag; weight: number; reading?: Reading}[] = [];
	const closed = functionWords.get(word.toLowerCase());
	for (const tag of closed ?? []) found.push({tag, weight: CLOSED});
	if (/^[\p{N}.,]+(?:st|nd|rd|th|k|%)?$/u.test(word)) found.push({tag: 'number', weight: 1});
	if (found.length === 0 && FIRST_CAPITAL.test(word)) found.push({tag: 'name', weight: 1});
	if (!FIRST_CAPITAL.test(word)) {
		const split = /^(.+?)(?:['\u2019](?:s|re|ve|ll|d|m|t))$/.exec(word);
		if (split) found.push({tag: clitic(word), weight: 1});
		else if (closed === undefined || OPEN_TOO.has(word))
			for (const reading of baseForms(word, (base, part) => counts(base, part) !== undefined)) {
				const weight =
					(counts(reading.base, reading.part) ?? 0) * SHARE[reading.tag] * (reading.degree ? 0.1 : 1) + 0.3;
				found.push({tag: reading.tag, weight, reading});
			}
	}
	// Any verb may be used as a noun, whether the counts know it or not.
	if (/[^s]s$/.test(word) && found.length > 0 && found.every(({tag}) => tag === 'third'))
		found.push({tag: 'plural', weight: 0.3});
	if (found.length === 0)
		for (const [place, tag] of guesses(word).entries()) found.push({tag, weight: 3 / (place + 1) ** 2});
	const total = found.reduce((sum, {weight}) => sum + weight, 0);
	return found.map(({tag, weight, reading}) => ({
		tag,
		index: tagIndex.get(tag) ?? 0,
		score: Math.log(weight / total),
		...(reading ? {reading} : {}),
	}));
}

const CLOSED = 30;
/** Function words that are content words too. */
const OPEN_TOO = new Set(
	'like need past back well second third half mine may will might near round down'.split(' '),
);

/** How the uses of a base fall on its forms, about. */
const SHARE: Record<WordTag, number> = {
	...{
		noun: 0.75,
		plural: 0.25,
		name: 1,
		number: 1,
		base: 0.4,
		third: 0.1,
		past: 0.2,
		participle: 0.2,
		gerund: 0.15,
	},
	...{
		adjective: 1,
		adverb: 1,
		determiner: 1,
		pronoun: 1,
		object: 1,
		preposition: 1,
		conjunction: 1,
		modal: 1,
	},
	...{be: 1, have: 1, to: 1, not: 1, wh: 1, other: 1, border: 1},
};

function clitic(word: string): WordTag {
	if (/n['\u2019]t$/.test(word)) return 'modal';
	if (/^(?:it|he|she|that|there|what|who|here|let)['\u2019]s$/.test(word)) return 'be';
	if (/['\u2019]s$/.test(word)) return 'determiner';
	if (/['\u2019]m$|['\u2019]re$/.test(word)) return 'be';
	return /['\u2019]ve$/.test(word) ? 'have' : 'modal';
}

function guesses(word: string): readonly WordTag[] {
	if (word.endsWith('ly')) return ['adverb'];
	if (word.endsWith('ing')) return ['gerund', 'noun'];
	if (word.endsWith('ed')) return ['past', 'participle', 'adjective'];
	if (/(?:ful|ous|ive|able|ible|less|ical|ish)$/.test(word)) return ['adjective'];
	if (/[^s]s$/.test(word)) return ['plural', 'third'];
	return ['noun', 'base', 'adjective'];
}
