import {letters} from '../letters.ts';
import {turkishNounStem} from './turkish-nouns.ts';
import {turkishVerbStem} from './turkish-verbs.ts';

/** Turkish nouns and the verb endings that nouns take. Source: Snowball 3.1, `turkish`. */
export function turkish(given: string): string {
	let word = given.replace(/^'+/, '');
	const apostrophe = word.indexOf("'", 2);
	if (apostrophe > 0) word = word.slice(0, apostrophe);
	if (!hasTwoSyllables(word)) return word;
	const [bare, goesOn] = turkishVerbStem(word);
	return goesOn ? finished(turkishNounStem(bare)) : bare;
}

function hasTwoSyllables(word: string): boolean {
	let vowels = 0;
	for (let at = 0; at < word.length && vowels < 2; at++) if (vowel(word, at)) vowels++;
	return vowels === 2;
}

function finished(word: string): string {
	if (word === 'ad' || word === 'soyad') return word;
	const last = word.slice(-1);
	if (last === 'd' || last === 'g') {
		for (let at = word.length - 2; at >= 0; at--) {
			const added = harmonic.get(word.charAt(at));
			if (added !== undefined) return word + added;
		}
	}
	const voiceless = devoiced.get(last);
	return voiceless === undefined ? word : word.slice(0, -1) + voiceless;
}

const vowel = letters('ae\u0131io\u00f6u\u00fc');
const harmonic = new Map([
	['a', '\u0131'],
	['\u0131', '\u0131'],
	['e', 'i'],
	['i', 'i'],
	['o', 'u'],
	['u', 'u'],
	['\u00f6', '\u00fc'],
	['\u00fc', '\u00fc'],
]);
const devoiced = new Map([
	['b', 'p'],
	['c', '\u00e7'],
	['d', 't'],
	['\u011f', 'k'],
]);
