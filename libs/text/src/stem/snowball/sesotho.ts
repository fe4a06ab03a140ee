import {endings, replaced} from '../endings.ts';
import {letters, past} from '../letters.ts';

/** Sesotho. Source: Snowball 3.1, `sesotho`. */
export function sesotho(given: string): string {
	const vowelEnd = past(given, 0, vowel);
	if (vowelEnd < 0 || given.length < 2) return given;
	const region = Math.max(vowelEnd, 2);
	let word = given;
	for (const kind of [nominals, verbs]) {
		const suffix = kind(word, region);
		if (suffix) word = replaced(word, suffix, '');
	}
	const prefix = /^(?:boi|mo|ba|me|le|ma|se|li)/.exec(word)?.[0].length ?? 0;
	return word.length > prefix + 1 && past(word, prefix, vowel) > 0 ? word.slice(prefix) : word;
}

const vowel = letters('aeiou');
const nominals = endings([['', 'nyana ana ano oa i']]);
const verbs = endings([['', 'ile isa etse ela ang ong eng wa a']]);
