import {functionWords} from '../../../english/function-words.ts';
import type {WordSpan} from '../word-spans.ts';
import {boundToGender, genderNames, genderWords} from './gender-words.ts';

/**
 * The words of an English text that name a gender, with those of the other: all of them, so that the text
 * agrees with itself. Undefined where the text says what only one gender can be, and where a pronoun is
 * ambiguous (`gave her money`).
 */
export function swapGender(text: string, words: readonly WordSpan[]): readonly WordSpan[] | undefined {
	const swaps: WordSpan[] = [];
	for (const [place, span] of words.entries()) {
		const [, stem = span.word, ending = ''] =
			/^(.+?)(['\u2019](?:s|ll|d|re|ve)|s['\u2019])$/i.exec(span.word) ?? [];
		const next = nextWord(text, words, place);
		const swapped = pronounFor(stem.toLowerCase(), words[place - 1]?.word.toLowerCase() ?? '', next);
		if (swapped === 'ambiguous') return undefined;
		const other = swapped ?? genderNames.get(stem) ?? genderWords.get(stem.toLowerCase());
		if (other !== undefined) swaps.push({...span, word: casedLike(stem, other) + ending});
	}
	return swaps.length > 0 && boundToGender.test(text) ? undefined : swaps;
}

/** The word after, if nothing but a space is between. */
function nextWord(text: string, words: readonly WordSpan[], place: number): string | undefined {
	const [word, next] = [words[place], words[place + 1]];
	return word && next && text.slice(word.end, next.start) === ' ' ? next.word.toLowerCase() : undefined;
}

function pronounFor(word: string, before: string, next: string | undefined): string | undefined {
	if (word === 'him') return 'her';
	if (word === 'hers') return 'his';
	if (word === 'his') return ownsNext(next) ? 'her' : 'hers';
	if (word !== 'her') return undefined;
	if (!ownsNext(next)) return 'him';
	return TWO_OBJECTS.has(before) ? 'ambiguous' : 'his';
}

/** Whether a possessive before the word would own it. */
function ownsNext(next: string | undefined): boolean {
	if (next === undefined || next.endsWith('ly')) return false;
	const tags = functionWords.get(next);
	return tags === undefined || tags.includes('number') || tags.every((tag) => tag === 'determiner');
}

/** After these, `her` may be the one who gets or does what follows. */
const TWO_OBJECTS = new Set(
	'give gives gave given giving send sends sent sending show shows showed shown offer offers offered lend lent bring brings brought pay pays paid buy buys bought teach taught cost costs owe owes owed hand handed let lets make makes made help helps helped see sees saw seen hear heard watch watched ask asked tell told call called'.split(
		' ',
	),
);

function casedLike(word: string, other: string): string {
	if (word.length > 1 && word === word.toUpperCase()) return other.toUpperCase();
	return word.startsWith(word.charAt(0).toLowerCase())
		? other
		: other.charAt(0).toUpperCase() + other.slice(1);
}
