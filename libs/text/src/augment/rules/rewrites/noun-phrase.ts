import {functionWords} from '../../../english/function-words.ts';
import {irregularPlurals} from '../../../english/inflect-noun.ts';

/**
 * The source of a pattern that matches a simple noun phrase: a determiner and one to three words in small
 * letters.
 */
export const NOUN_PHRASE =
	'(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose|[Mm]y|[Yy]our|[Hh]is|[Hh]er|[Oo]ur|[Tt]heir|[Aa]nother) [a-z-]{2,30}(?: [a-z-]{2,30}){0,2}?';

/** Whether what matched is one in all likelihood: no function word within, no verb form of `verbs`. */
export function isNounPhrase(phrase: string, verbs: ReadonlySet<string>): boolean {
	const [, ...words] = phrase.split(' ');
	return (
		words.length > 0 &&
		words.every((word) => !functionWords.has(word) && !verbs.has(word) && !word.endsWith('ly'))
	);
}

/** Whether a noun phrase is plural, by its determiner and its last word. */
export function isPlural(phrase: string): boolean {
	const words = phrase.toLowerCase().split(' ');
	if (/^(?:these|those)$/.test(words[0] ?? '')) return true;
	if (/^(?:an?|this|that|another)$/.test(words[0] ?? '')) return false;
	const last = words.at(-1) ?? '';
	return /(?<![siu])s$/.test(last) || plurals.has(last);
}

const plurals = new Set(
	[...irregularPlurals].flatMap(([singular, plural]) => (singular === plural ? [] : [plural])),
);
