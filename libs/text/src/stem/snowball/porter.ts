import {cut, endings, replaced} from '../endings.ts';
import {hasBefore, isOther, letters} from '../letters.ts';
import {region} from '../regions.ts';

/** Porter's stemmer of 1980 for English. Source: Snowball 3.1, `porter`. */
export function porter(given: string): string {
	let word = markedY(given);
	const marked = word !== given;
	const r1 = region(word, 0, vowel);
	const r2 = region(word, r1, vowel);
	const start = (ending: {readonly text: string}): number => word.length - ending.text.length;

	const plural = plurals(word);
	if (plural) word = replaced(word, plural, plural.key);

	const tense = tenses(word);
	if (tense?.key === 'ee') {
		if (start(tense) >= r1) word = replaced(word, tense, 'ee');
	} else if (tense && hasBefore(word, start(tense), vowel)) {
		word = cut(word, tense.text.length);
		const tail = tails(word);
		if (tail) word = tail.key === 'e' ? `${word}e` : cut(word, 1);
		else if (word.length === r1 && isShort(word, word.length)) word = `${word}e`;
	}

	if (/[yY]$/.test(word) && hasBefore(word, word.length - 1, vowel)) word = `${cut(word, 1)}i`;
	const second = seconds(word);
	if (second && start(second) >= r1) word = replaced(word, second, second.key);
	const third = thirds(word);
	if (third && start(third) >= r1) word = replaced(word, third, third.key);
	const fourth = fourths(word);
	if (fourth && start(fourth) >= r2 && (fourth.key === '' || 'st'.includes(word.charAt(start(fourth) - 1))))
		word = cut(word, fourth.text.length);
	if (word.endsWith('e')) {
		const end = word.length - 1;
		if (end >= r2 || (end >= r1 && !isShort(word, end))) word = cut(word, 1);
	}
	if (word.endsWith('ll') && word.length - 1 >= r2) word = cut(word, 1);
	return marked ? word.replaceAll('Y', 'y') : word;
}

/** A word in which every `y` that is a consonant is a capital letter. */
export function markedY(word: string): string {
	if (!word.includes('y')) return word;
	return (word.startsWith('y') ? `Y${word.slice(1)}` : word).replace(/([aeiouy])y/g, '$1Y');
}

const vowel = letters('aeiouy');
const vowelOrWXY = letters('aeiouywxY');

const isShort = (word: string, end: number): boolean =>
	isOther(word, end - 1, vowelOrWXY) && vowel(word, end - 2) && isOther(word, end - 3, vowel);

const plurals = endings([
	['ss', 'sses ss'],
	['i', 'ies'],
	['', 's'],
]);
const tenses = endings([
	['ee', 'eed'],
	['', 'ed ing'],
]);
const tails = endings([
	['e', 'at bl iz'],
	['cut?', 'bb dd ff gg mm nn pp rr tt'],
]);
const seconds = endings([
	['tion', 'tional'],
	['ence', 'enci'],
	['ance', 'anci'],
	['able', 'abli'],
	['ent', 'entli'],
	['e', 'eli'],
	['ize', 'izer ization'],
	['ate', 'ational ation ator'],
	['al', 'alli alism aliti'],
	['ful', 'fulness'],
	['ous', 'ousli ousness'],
	['ive', 'iveness iviti'],
	['ble', 'biliti'],
]);
const thirds = endings([
	['al', 'alize'],
	['ic', 'icate iciti ical'],
	['', 'ative ful ness'],
]);
const fourths = endings([
	['', 'al ance ence er ic able ible ant ement ment ent ou ism ate iti ous ive ize'],
	['s or t?', 'ion'],
]);
