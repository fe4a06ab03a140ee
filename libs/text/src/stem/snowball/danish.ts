import {cut, endings, replaced} from '../endings.ts';
import {letters} from '../letters.ts';
import {scandinavianRegion} from '../regions.ts';

/** Danish. Source: Snowball 3.1, `danish`. */
export function danish(given: string): string {
	if (given.length < 3) return given;
	const r1 = scandinavianRegion(given, vowel);
	let word = given;
	const main = mains(word, r1);
	if (main && (main.key === '' || sEnding(word, word.length - 2))) word = replaced(word, main, '');
	word = withoutPair(word, r1);
	if (word.endsWith('igst')) word = cut(word, 2);
	const other = others(word, r1);
	if (other)
		word = other.key === '' ? withoutPair(replaced(word, other, ''), r1) : replaced(word, other, other.key);
	const last = word.length - 1;
	if (last >= r1 && doubling(word, last) && word[last - 1] === word[last]) word = cut(word, 1);
	return word.endsWith("'") ? cut(word, 1) : word;
}

const withoutPair = (word: string, r1: number): string => (pairs(word, r1) ? cut(word, 1) : word);

const vowel = letters('aeiouy\u00e6\u00e5\u00f8');
const sEnding = letters("abcdfghjklmnoprtvyz\u00e5'");
const doubling = letters('bdfgklmnprst');
const mains = endings([
	[
		'',
		`hed ethed ered e erede ende erende ene erne ere en heden eren er heder erer heds es endes erendes enes ernes
		eres ens hedens erens ers ets erets et eret`,
	],
	['s?', 's'],
]);
const pairs = endings([['cut?', 'gd dt gt kt']]);
const others = endings([
	['', 'ig lig elig els'],
	['l\u00f8s', 'l\u00f8st'],
]);
