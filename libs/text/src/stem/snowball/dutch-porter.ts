import {cut, endings, replaced} from '../endings.ts';
import {isOther, letters} from '../letters.ts';
import {germanicRegions} from '../regions.ts';

/** Dutch by Porter. Source: Snowball 3.1, `dutch_porter`. */
export function dutchPorter(given: string): string {
	let word = given.replace(/[\u00e4\u00e1\u00eb\u00e9\u00ef\u00ed\u00f6\u00f3\u00fc\u00fa]/g, (letter) =>
		letter.normalize('NFD').charAt(0),
	);
	if (word.startsWith('y')) word = `Y${word.slice(1)}`;
	word = word.replace(/([aeiouy\u00e8])([iy])/g, (pair, before: string, letter: string, at: number) => {
		if (letter === 'y') return `${before}Y`;
		return vowel(word, at + 2) ? `${before}I` : pair;
	});
	const [r1, r2] = germanicRegions(word, vowel);
	const plural = plurals(word);
	if (plural) {
		const stem = cut(word, plural.text.length);
		const inside = stem.length >= r1;
		if (plural.key === 'heid') word = inside ? `${stem}heid` : word;
		else if (plural.key === 'en?') word = withoutEn(word, plural.text.length, r1);
		else if (inside && isOther(stem, stem.length - 1, vowelOrJ)) word = stem;
	}
	const [short, foundE] = withoutE(word, r1);
	word = short;
	if (word.endsWith('heid') && word.length - 4 >= r2 && !word.endsWith('cheid')) {
		word = cut(word, 4);
		if (word.endsWith('en')) word = withoutEn(word, 2, r1);
	}
	word = derived(word, r1, r2, foundE);
	const last = word.length - 1;
	if (isOther(word, last, vowelOrI) && DOUBLED.test(word) && isOther(word, last - 3, vowel))
		word = word.slice(0, last - 1) + word.slice(last);
	return word.replace(/[YI]/g, (letter) => letter.toLowerCase());
}

function derived(word: string, r1: number, r2: number, foundE: boolean): string {
	const found = derivations(word);
	if (!found) return word;
	const stem = replaced(word, found, '');
	if (stem.length < r2) return word;
	const afterE = stem.endsWith('e');
	if (found.key === 'ig?') return afterE ? word : stem;
	if (found.key === 'lijk?') return withoutE(stem, r1)[0];
	if (found.key === 'baar?') return stem;
	if (found.key === 'bar?') return foundE ? stem : word;
	return stem.endsWith('ig') && stem.length - 2 >= r2 && !stem.endsWith('eig')
		? cut(stem, 2)
		: undoubled(stem);
}

const undoubled = (word: string): string => (/(?:kk|dd|tt)$/.test(word) ? cut(word, 1) : word);

function withoutE(word: string, r1: number): readonly [word: string, found: boolean] {
	const start = word.length - 1;
	const found = word.endsWith('e') && start >= r1 && isOther(word, start - 1, vowel);
	return [found ? undoubled(cut(word, 1)) : word, found];
}

function withoutEn(word: string, size: number, r1: number): string {
	const stem = cut(word, size);
	const goes = stem.length >= r1 && isOther(stem, stem.length - 1, vowel) && !stem.endsWith('gem');
	return goes ? undoubled(stem) : word;
}

const vowel = letters('aeiouy\u00e8');
const vowelOrI = letters('aeiouy\u00e8I');
const vowelOrJ = letters('aeiouy\u00e8j');
const DOUBLED = /(?:aa|ee|oo|uu).$/s;
const plurals = endings([
	['heid', 'heden'],
	['en?', 'en ene'],
	['s?', 's se'],
]);
const derivations = endings([
	['end?', 'end ing'],
	['ig?', 'ig'],
	['lijk?', 'lijk'],
	['baar?', 'baar'],
	['bar?', 'bar'],
]);
