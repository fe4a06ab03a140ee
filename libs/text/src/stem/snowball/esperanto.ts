import {cut, endings, replaced} from '../endings.ts';
import {letters} from '../letters.ts';

/** Esperanto, in its own letters or with x for a circumflex; foreign words are kept. Source: Snowball 3.1, `esperanto`. */
export function esperanto(given: string): string {
	const [spelt, foreign] = canonical(given);
	if (foreign) return spelt;
	let word = /^'st(?:as|i|is|os|u|us)$/.test(spelt) ? `e${spelt.slice(1)}` : spelt;
	const accusative = word.endsWith('n') ? 1 : 0;
	if (isWhole(cut(word, accusative), pronouns)) return cut(word, accusative);
	word = withoutApostrophe(word);
	const correlative = withoutCorrelative(word);
	if (correlative !== undefined) return correlative;
	if (isWhole(word, uninflected) || /(?:cent|dek)(?:du|tri|unu)$/.test(word)) return word;
	const bare = word.replace(/j?n?$/, '');
	if (isWhole(bare, indefinite)) return bare;
	return isLong(word) ? withoutEnding(word) : word;
}

function canonical(word: string): readonly [word: string, foreign: boolean] {
	if (!NOT_PLAIN.test(word)) return [word, false];
	let foreign = false;
	const spelt = word.replace(/[cghjsu]x|[\u00e1\u00e9\u00ed\u00f3\u00fa]|[qwxy-]/g, (text) => {
		const letter = circumflexed.get(text);
		if (letter !== undefined) return letter;
		foreign = text !== '-';
		return text.normalize('NFD').charAt(0);
	});
	return [spelt, foreign];
}

/** Whether a word, or its part after a hyphen, ends with one of a list and is no longer. */
function isWhole(word: string, list: typeof pronouns): boolean {
	const found = list(word);
	if (!found) return false;
	const start = word.length - found.text.length;
	return start === 0 || word[start - 1] === '-';
}

function withoutApostrophe(word: string): string {
	if (!word.endsWith("'")) return word;
	const stem = cut(word, 1);
	if (stem === 'l') return 'la';
	if (stem === 'un') return 'unu';
	return isWhole(stem, adverbs) ? `${stem}a\u016d` : `${stem}o`;
}

function withoutCorrelative(word: string): string | undefined {
	const match = /^(.*i)(e|[aou])(j?n?)$/s.exec(word);
	const [, start = '', vowel = '', ending = ''] = match ?? [];
	if (!match || (vowel === 'e' && ending.startsWith('j'))) return undefined;
	const stem = cut(start, 1);
	const kind = correlatives(stem);
	const before = cut(stem, kind?.text.length ?? 0);
	return before === '' || before.endsWith('-') ? start + vowel : undefined;
}

function isLong(word: string): boolean {
	let vowels = 0;
	for (let at = word.length - 1; at >= 0; at--) if (isVowel(word, at)) vowels++;
	return vowels > 1 || word.lastIndexOf('-') > 0 || /[0-9]/.test(word);
}

function withoutEnding(word: string): string {
	const ending = standard(word);
	if (!ending) return word;
	const stem = replaced(word, ending, '');
	if (ending.key === 'foreign?' && !/[-0-9]$/.test(stem)) return word;
	return stem.endsWith('-') ? cut(stem, 1) : stem;
}

const NOT_PLAIN = /[qwxy\u00e1\u00e9\u00ed\u00f3\u00fa-]/;
const isVowel = letters('aeiou');
const circumflexed = new Map([
	['cx', '\u0109'],
	['gx', '\u011d'],
	['hx', '\u0125'],
	['jx', '\u0135'],
	['sx', '\u015d'],
	['ux', '\u016d'],
]);
const pronouns = endings([
	['', 'ci gi \u011di hi ili i\u015di ivi li mal\u015di mi ni oni ri si \u015di \u015dli vi'],
]);
const adverbs = endings([
	[
		'',
		`adi almen amb ank ankor anstat anta\u016dhier apen bald \u0109irk hier hodi kontr kvaz malbald malgr morg postmorg
		presk tut\u0109irk`,
	],
]);
const correlatives = endings([['', '\u0109 k kelk mult nen samt t']]);
const uninflected = endings([
	[
		'',
		`aha amen dirlididi disde ehe ekde elde haha haleluja hola hosana hura \u0125a\u0125a mal\u0109i malkaj malpli
		maltra maltre maltro minus muu oho tamen uhu`,
	],
]);
const indefinite = endings([['', 'aliu unu']]);
const standard = endings([
	['', 'a aj ajn an e en i as is os u us o oj ojn on'],
	['foreign?', 'j jn n'],
]);
