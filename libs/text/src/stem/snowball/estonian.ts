import {cut, endings, replaced} from '../endings.ts';
import {letters} from '../letters.ts';
import {region} from '../regions.ts';
import {estonianExceptions} from './estonian-exceptions.ts';

/** Estonian. Source: Snowball 3.1, `estonian`. */
export function estonian(given: string): string {
	const exception = estonianExceptions.get(given);
	if (exception !== undefined) return exception;
	const apostrophe = given.indexOf("'", 2);
	const r1 = apostrophe < 0 ? region(given, 0, vowel) : apostrophe + 1;
	const bare = withoutEmphasis(given, r1);
	const word = withoutDouble(withoutVerb(bare, r1) ?? withoutNoun(bare, r1), r1);
	return word.endsWith("'") ? cut(word, 1) : word;
}

function withoutEmphasis(word: string, r1: number): string {
	const emphasis = emphases(word, r1);
	if (!emphasis) return word;
	const stem = replaced(word, emphasis, '');
	const last = stem.length - 1;
	if (last < 3) return word;
	const goes = emphasis.text === 'gi' ? beforeGi(stem, last) && !LONG.test(stem) : beforeKi(stem, last);
	return goes ? stem : word;
}

/** A word without the longest verb ending, or undefined where none may go. */
function withoutVerb(word: string, r1: number): string | undefined {
	const verb = verbs(word, r1);
	if (!verb) return undefined;
	const stem = replaced(word, verb, '');
	if (verb.key === 'vowel?') return vowel(stem, stem.length - 1) ? stem : undefined;
	return stem + verb.key;
}

function withoutNoun(given: string, r1: number): string {
	let word = given;
	const special = specialNouns(word, r1);
	if (special) word = replaced(word, special, special.key);
	word = withoutCase(word, r1);
	word = withoutPlural(word, r1);
	const degree = degrees(word, r1);
	if (degree) {
		const stem = replaced(word, degree, '');
		if (degree.key === '' || shortVowel(stem, stem.length - 1)) word = stem;
	}
	if (word.endsWith('i') && word.length > r1 && shortVowel(word, word.length - 2)) word = cut(word, 1);
	const participle = participles(word, r1);
	return participle ? replaced(word, participle, '') : word;
}

const afterVowel = (stem: string): boolean => shortVowel(stem, stem.length - 1) || LONG.test(stem);

function withoutCase(word: string, r1: number): string {
	const found = cases(word, r1);
	if (!found) return word;
	const stem = replaced(word, found, '');
	return (found.key === 't?' ? stem.length >= 4 : afterVowel(stem)) ? stem : word;
}

function withoutPlural(word: string, r1: number): string {
	const found = plurals(word, r1);
	if (!found) return word;
	const stem = replaced(word, found, '');
	if (found.key === 'sid?') return LONG.test(stem) ? word : stem;
	if (found.key === 'vowel?') return afterVowel(stem) ? stem : word;
	if (found.key !== 'te?') return stem + found.key;
	if (stem.length < 4) return `${stem}t`;
	if (/(?:mis|las|lis)$/.test(stem)) return `${stem}e`;
	return stem.endsWith('t') ? word : stem;
}

function withoutDouble(word: string, r1: number): string {
	const last = word.length - 1;
	if (last < r1 || !vowel(word, last) || !/(?:kk|pp|tt).$/s.test(word)) return word;
	return word.slice(0, last - 1) + word.slice(last);
}

const LONG = /(?:aa|ee|ii|oo|uu|\u00e4\u00e4|\u00f6\u00f6|\u00fc\u00fc|\u00f5\u00f5)$/;
const vowel = letters('aeiou\u00f5\u00e4\u00f6\u00fc');
const shortVowel = letters("aeiuo'");
const beforeKi = letters('kptgbdshf\u0161z\u017e');
const beforeGi = letters('cjlmnqrvwxaeiou\u00f5\u00e4\u00f6\u00fc');
const emphases = endings([['', 'gi ki']]);
const verbs = endings([
	['', 'nuksin nuksime nuksid nuksite ksin ksid ksime ksite mata takse dakse taks daks sime site sin'],
	['a', 'akse'],
	['vowel?', 'me da n b'],
]);
const specialNouns = endings([
	['lase', 'lasse last lane lasi'],
	['mise', 'misse mist mine misi'],
	['lise', 'lisse list line lisi'],
]);
const cases = endings([
	['vowel?', 'sse st le lt ga ks ta s l'],
	['t?', 't'],
]);
const plurals = endings([
	['iku', 'ikkude ikke ike'],
	['sid?', 'sid'],
	['te?', 'te'],
	['vowel?', 'de d'],
]);
const degrees = endings([
	['vowel?', 'mai m'],
	['', 'ma'],
]);
const participles = endings([['', 'nu tu du va']]);
