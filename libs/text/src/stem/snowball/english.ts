import {cut, endings, listed, replaced} from '../endings.ts';
import {hasBefore, isOther, letters} from '../letters.ts';
import {region} from '../regions.ts';
import {markedY} from './porter.ts';

/** The English stemmer that is also called Porter 2. Source: Snowball 3.1, `english`. */
export function english(given: string): string {
	const exception = exceptions.get(given);
	if (exception !== undefined) return exception;
	if (given.length < 3) return given;
	const bare = given.startsWith("'") ? given.slice(1) : given;
	let word = markedY(bare);
	const marked = word !== bare;
	const prefix = prefixes.find((text) => word.startsWith(text));
	const r1 = prefix?.length ?? region(word, 0, vowel);
	const r2 = region(word, r1, vowel);
	const start = (ending: {readonly text: string}): number => word.length - ending.text.length;

	const genitive = genitives(word);
	if (genitive) word = replaced(word, genitive, '');
	word = pastOrGerund(singular(word), r1);
	const {length} = word;
	if (length > 2 && /[yY]$/.test(word) && isOther(word, length - 2, vowel)) word = `${cut(word, 1)}i`;
	const second = seconds(word);
	if (second && start(second) >= r1) {
		const before = start(second) - 1;
		if (second.key === 'li?') word = validLi(word, before) ? replaced(word, second, '') : word;
		else if (second.key !== 'og' || second.text === 'ogist' || word[before] === 'l')
			word = replaced(word, second, second.key);
	}
	const third = thirds(word);
	if (third && start(third) >= (third.key === 'r2?' ? r2 : r1))
		word = replaced(word, third, third.key === 'r2?' ? '' : third.key);
	const fourth = fourths(word);
	if (fourth && start(fourth) >= r2 && (fourth.key === '' || 'st'.includes(word.charAt(start(fourth) - 1))))
		word = cut(word, fourth.text.length);
	const last = word.length - 1;
	if (word.endsWith('e')) {
		if (last >= r2 || (last >= r1 && !isShort(word, last))) word = cut(word, 1);
	} else if (word.endsWith('ll') && last >= r2) word = cut(word, 1);
	return marked ? word.replaceAll('Y', 'y') : word;
}

function singular(word: string): string {
	const plural = plurals(word);
	if (!plural) return word;
	const start = word.length - plural.text.length;
	if (plural.key === 'i?') return replaced(word, plural, start >= 2 ? 'i' : 'ie');
	if (plural.key === 's?') return hasBefore(word, start - 1, vowel) ? cut(word, 1) : word;
	return replaced(word, plural, plural.key);
}

function pastOrGerund(word: string, r1: number): string {
	const tense = tenses(word);
	if (!tense) return word;
	const stem = cut(word, tense.text.length);
	if (tense.key === 'eed?')
		return stem.length < r1 || ['proc', 'exc', 'succ'].includes(stem) ? word : `${stem}ee`;
	if (tense.key === 'ing?') {
		if (stem.length === 2 && stem.endsWith('y') && isOther(stem, 0, vowel)) return `${stem.charAt(0)}ie`;
		if (notGerunds.includes(stem)) return word;
	}
	if (!hasBefore(stem, stem.length, vowel)) return word;
	const tail = tails(stem);
	if (tail?.key === 'e') return `${stem}e`;
	if (tail) return stem.length === 3 && 'aeo'.includes(stem.charAt(0)) ? stem : cut(stem, 1);
	return stem.length === r1 && isShort(stem, stem.length) ? `${stem}e` : stem;
}

const vowel = letters('aeiouy');
const vowelOrWXY = letters('aeiouywxY');
const validLi = letters('cdeghkmnrt');

const isShort = (word: string, end: number): boolean =>
	(isOther(word, end - 1, vowelOrWXY) && vowel(word, end - 2) && isOther(word, end - 3, vowel)) ||
	(end === 2 && isOther(word, 1, vowel) && vowel(word, 0)) ||
	word.endsWith('past', end);

const prefixes = listed('gener commun arsen past univers later emerg organ inter');
const notGerunds = listed('inn out cann herr earr even');
const exceptions = new Map([
	...listed('sky news howe atlas cosmos bias andes').map((word): [string, string] => [word, word]),
	['skis', 'ski'],
	['skies', 'sky'],
	['idly', 'idl'],
	['gently', 'gentl'],
	['ugly', 'ugli'],
	['early', 'earli'],
	['only', 'onli'],
	['singly', 'singl'],
]);
const genitives = endings([['', "' 's 's'"]]);
const plurals = endings([
	['ss', 'sses ss'],
	['i?', 'ied ies'],
	['s?', 's'],
	['us', 'us'],
]);
const tenses = endings([
	['eed?', 'eed eedly'],
	['ed?', 'ed edly ingly'],
	['ing?', 'ing'],
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
	['ize', 'izer ization'],
	['ate', 'ational ation ator'],
	['al', 'alism aliti alli'],
	['ful', 'fulness fulli'],
	['ous', 'ousli ousness'],
	['ive', 'iveness iviti'],
	['ble', 'biliti bli'],
	['og', 'ogist ogi'],
	['less', 'lessli'],
	['li?', 'li'],
]);
const thirds = endings([
	['tion', 'tional'],
	['ate', 'ational'],
	['al', 'alize'],
	['ic', 'icate iciti ical'],
	['', 'ful ness'],
	['r2?', 'ative'],
]);
const fourths = endings([
	['', 'al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize'],
	['s or t?', 'ion'],
]);
