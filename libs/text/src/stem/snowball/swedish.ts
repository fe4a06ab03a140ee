import {cut, endings, listed, replaced} from '../endings.ts';
import {isOther, letters} from '../letters.ts';
import {germanicRegions} from '../regions.ts';

/** Swedish. Source: Snowball 3.1, `swedish`. */
export function swedish(given: string): string {
	const [r1] = germanicRegions(given, vowel);
	let word = withoutMain(given, r1);
	if (pairs(word, r1)) word = cut(word, 1);
	const other = others(word, r1);
	if (other && (other.key !== '\u00f6s' || ostEnding(word, word.length - 4)))
		word = replaced(word, other, other.key);
	return word;
}

function withoutMain(word: string, r1: number): string {
	const main = mains(word, r1);
	if (!main) return word;
	const stem = cut(word, main.text.length);
	if (main.key === 'et?') return isEtWord(stem) ? stem : word;
	if (main.key === 's?') {
		if (stem.endsWith('et') && isEtWord(cut(stem, 2))) return cut(stem, 2);
		return sEnding(stem, stem.length - 1) ? stem : word;
	}
	return stem;
}

function isEtWord(stem: string): boolean {
	const last = stem.length - 1;
	return (
		last > 1 &&
		isOther(stem, last, vowel) &&
		vowel(stem, last - 1) &&
		!notEt.some((text) => stem.endsWith(text))
	);
}

const vowel = letters('aeiouy\u00e4\u00e5\u00f6');
const sEnding = letters('bcdfghjklmnoprtvy');
const ostEnding = letters('iklnprtuv');
const notEt = listed(
	'h iet uit fab cit dit alit ilit mit nit pit rit sit tit ivit kvit xit kom rak pak stak',
);
const mains = endings([
	[
		'',
		`a arna erna heterna orna ad e ade ande arne are aste en anden aren heten ern ar er heter or as arnas ernas ornas
		es ades andes ens arens hetens erns at andet het ast`,
	],
	['s?', 's'],
	['et?', 'et'],
]);
const pairs = endings([['cut?', 'dd gd nn dt gt kt tt']]);
const others = endings([
	['', 'lig ig els'],
	['\u00f6s', '\u00f6st'],
	['full', 'fullt'],
]);
