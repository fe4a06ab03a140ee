import {baseLanguage, countPhrases, phraseTable} from './word-lists.ts';

/**
 * By how many negations a text and its variant differ; null where the language is not en, es or de. Verbs with `n't`,
 * `not`, `never`, `no`, `without`, `nobody` and their like are counted; prefixes such as `un-` are not.
 */
export function negationChange(source: string, variant: string, language: string): number | null {
	const table = TABLES.get(baseLanguage(language));
	if (!table) return null;
	const count = (text: string): number => countPhrases(text, table).get('negation') ?? 0;
	return Math.abs(count(source) - count(variant));
}

const LISTS: Readonly<Record<string, string>> = {
	en: "not no never none nobody nothing nowhere neither nor without cannot can't cant don't dont doesn't doesnt didn't didnt isn't isnt aren't arent wasn't wasnt weren't werent won't wont wouldn't wouldnt couldn't couldnt shouldn't shouldnt mustn't haven't havent hasn't hasnt hadn't hadnt needn't ain't mightn't mayn't shan't",
	es: 'no nunca jamás nada nadie ningún ninguno ninguna ningunos ningunas tampoco ni sin',
	de: 'nicht nichts nie niemals niemand niemanden niemandem kein keine keinen keinem keiner keines keins nirgends nirgendwo weder ohne',
};

const TABLES = new Map(
	Object.entries(LISTS).map(([language, words]) => [language, phraseTable({negation: words.split(' ')})]),
);
