import {functionWords} from '../../../english/function-words.ts';

/**
 * Makes a first letter small, if the word is none that is always written large. Undefined where one cannot
 * tell.
 */
export function withoutCapital(clause: string): string | undefined {
	const first = /^[\p{L}'\u2019]+/u.exec(clause)?.[0] ?? '';
	if (/^I(?:['\u2019]|$)/.test(first)) return clause;
	if (first === first.toLowerCase()) return clause;
	return functionWords.has(first.toLowerCase().replace(/['\u2019].*$/, '')) ? lowerFirst(clause) : undefined;
}

/** Gives a sentence the first letter that another has: large or small. */
export const casedAs = (original: string, sentence: string): string =>
	/^\p{Ll}/u.test(original) && original !== '' && !/^i\b/.test(original)
		? sentence
		: upperFirst(sentence, original);

const upperFirst = (sentence: string, original: string): string =>
	/^i\b/.test(original) ? sentence : sentence.charAt(0).toUpperCase() + sentence.slice(1);

const lowerFirst = (clause: string): string => clause.charAt(0).toLowerCase() + clause.slice(1);

/** A sentence without its mark at the end, and the mark. */
export function endOf(sentence: string): readonly [body: string, mark: string] {
	const last = sentence.at(-1) ?? '';
	return '.!?'.includes(last) ? [sentence.slice(0, -1), last] : [sentence, ''];
}
