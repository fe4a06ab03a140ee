import {cut, endings, listed, replaced} from '../endings.ts';
import {letters} from '../letters.ts';
import {germanicRegions} from '../regions.ts';

/** German, with `ae`, `oe` and `ue` taken for umlauts. Source: Snowball 3.1, `german`. */
export function german(given: string): string {
	let word = given
		.replace(/([aeiouy\u00e4\u00f6\u00fc])([uy])(?=[aeiouy\u00e4\u00f6\u00fc])/g, upperSecond)
		.replace(/\u00df|[aou]e|qu/g, (text) => spellings.get(text) ?? text);
	const [r1, r2] = germanicRegions(word, vowel);
	word = derived(inflected(word, r1), r1, r2);
	const genitive = genitives(word);
	if (genitive && word.length - genitive.text.length > 1) word = replaced(word, genitive, '');
	return word.replace(/[YU\u00e4\u00f6\u00fc]/g, (letter) => plain.get(letter) ?? letter);
}

const upperSecond = (_: string, first: string, second: string): string => first + second.toUpperCase();

function inflected(given: string, r1: number): string {
	let word = given;
	const first = cases(word);
	if (first && word.length - first.text.length >= r1) {
		const stem = cut(word, first.text.length);
		if (first.key === 'em?') word = stem.endsWith('syst') ? word : stem;
		else if (first.key === 's?') word = sEnding(word, stem.length - 1) ? stem : word;
		else if (first.key === 'nis?') word = stem.endsWith('niss') ? cut(stem, 1) : stem;
		else word = stem + first.key;
	}
	const second = degrees(word);
	if (second && word.length - second.text.length >= r1) {
		const stem = cut(word, second.text.length);
		const last = stem.length - 1;
		if (second.key === 'st?') word = stEnding(word, last) && last >= 3 ? stem : word;
		else if (second.key === 'et?')
			word = etEnding(word, last) && !notPast.some((text) => stem.endsWith(text)) ? stem : word;
		else word = stem;
	}
	return word;
}

function derived(word: string, r1: number, r2: number): string {
	const found = derivations(word);
	if (!found) return word;
	const stem = cut(word, found.text.length);
	if (stem.length < r2) return word;
	if (found.key === 'ig?')
		return stem.endsWith('ig') && stem.length - 2 >= r2 && !stem.endsWith('eig') ? cut(stem, 2) : stem;
	if (found.key === 'e?') return stem.endsWith('e') ? word : stem;
	if (found.key === 'er?') return /e[rn]$/.test(stem) && stem.length - 2 >= r1 ? cut(stem, 2) : stem;
	const inner = inners(stem);
	return inner && stem.length - inner.text.length >= r2 ? replaced(stem, inner, '') : stem;
}

const vowel = letters('aeiouy\u00e4\u00f6\u00fc');
const etEnding = letters('dfgklmnrstUz\u00e4');
const sEnding = letters('bdfghklmnrt');
const stEnding = letters('bdfghklmnt');
const notPast = listed('geordn intern plan tick tr');
const spellings = new Map([
	['\u00df', 'ss'],
	['ae', '\u00e4'],
	['oe', '\u00f6'],
	['ue', '\u00fc'],
]);
const plain = new Map([
	['Y', 'y'],
	['U', 'u'],
	['\u00e4', 'a'],
	['\u00f6', 'o'],
	['\u00fc', 'u'],
]);
const cases = endings([
	['em?', 'em'],
	['', 'ern er erin erinnen'],
	['nis?', 'e en es'],
	['s?', 's'],
	['l', 'ln lns'],
]);
const degrees = endings([
	['', 'en er est'],
	['st?', 'st'],
	['et?', 'et'],
]);
const derivations = endings([
	['ig?', 'end ung'],
	['e?', 'ig ik isch'],
	['er?', 'lich heit'],
	['inner?', 'keit'],
]);
const inners = endings([['', 'lich ig']]);
const genitives = endings([['', "'s 'sch '"]]);
