import {endings, replaced} from '../endings.ts';
import {letters} from '../letters.ts';
import {region} from '../regions.ts';
import {catalanSuffixes} from './catalan-suffixes.ts';
import {catalanVerbs} from './catalan-verbs.ts';

/** Catalan. Source: Snowball 3.1, `catalan`. */
export function catalan(given: string): string {
	const r1 = region(given, 0, vowel);
	const r2 = region(given, r1, vowel);
	let word = given;
	const pronoun = pronouns(word);
	if (pronoun && word.length - pronoun.text.length >= r1) word = replaced(word, pronoun, '');
	word = withoutSuffix(word, r1, r2) ?? withoutVerb(word, r1, r2);
	const residue = residues(word);
	if (residue && word.length - residue.text.length >= r1) word = replaced(word, residue, residue.key);
	return word.replace(ACCENTED, (letter) => (letter === '\u00b7' ? '.' : letter.normalize('NFD').charAt(0)));
}

/** A word without the longest derivational suffix, or undefined where none may go. */
function withoutSuffix(word: string, r1: number, r2: number): string | undefined {
	const suffix = catalanSuffixes(word);
	if (!suffix) return undefined;
	const inR1 = suffix.key === '' || suffix.key === 'c';
	if (word.length - suffix.text.length < (inR1 ? r1 : r2)) return undefined;
	return replaced(word, suffix, suffix.key === 'r2?' ? '' : suffix.key);
}

function withoutVerb(word: string, r1: number, r2: number): string {
	const verb = catalanVerbs(word);
	if (!verb || word.length - verb.text.length < (verb.key === 'r2?' ? r2 : r1)) return word;
	return replaced(word, verb, '');
}

const ACCENTED = /[\u00e1\u00e0\u00e9\u00e8\u00ed\u00ec\u00f3\u00f2\u00fa\u00fc\u00ef\u00b7]/g;
const vowel = letters('aeiou\u00e1\u00e0\u00e9\u00e8\u00ed\u00ef\u00f3\u00f2\u00fa\u00fc');
const pronouns = endings([
	[
		'',
		`'s 'hi 'ho 'l 'ls -ls -la -les -li vos se nos -nos -us us 'n 'ns -n -ns 'm -me -m -te 't li lo los me sela selo
		selas selos le la las les ens ho hi`,
	],
]);
const residues = endings([
	['', 'os a o \u00e1 \u00e0 \u00ed \u00f3 e \u00e9 eu iu is i ir s \u00ec itz \u00ef \u00efn \u00efs it'],
	['ic', 'iqu'],
]);
