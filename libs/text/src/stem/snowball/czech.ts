import {cut, endings, listed, replaced, type Endings} from '../endings.ts';
import {isOther, letters, past, pastOther} from '../letters.ts';

/** Czech. Source: Snowball 3.1, `czech`. */
export function czech(given: string): string {
	if (given.length < 3) return given;
	const r1 = regionOf(given);
	const word = withoutCase(given, r1);
	const possessive = possessives(word);
	if (!possessive || word.length - possessive.text.length < r1) return word;
	const stem = replaced(word, possessive, '');
	return possessive.key === 'in?' ? palatalised(stem, beforeI) : stem;
}

function regionOf(word: string): number {
	const start = vowel(word, 0) ? 1 : past(word, 1, syllabic);
	const end = start < 0 ? -1 : pastOther(word, start, vowel);
	return end < 0 ? word.length : Math.max(end, 3);
}

function withoutCase(word: string, r1: number): string {
	const found = cases(word, r1);
	if (!found) return word;
	const stem = replaced(word, found, '');
	const last = stem.length - 1;
	const ends = (texts: readonly string[]): boolean => texts.some((text) => stem.endsWith(text));
	switch (found.key) {
		case 'e?':
			return palatalised(stem, beforeE);
		case 'i?':
			return palatalised(stem, beforeI);
		case 'ete?':
			return /[\u010dl\u0159s\u017e]$/.test(stem) && !/(?:e\u010d|tl|es)$/.test(stem) ? stem : `${stem}et`;
		case 'eb?':
			return isOther(stem, last, vowel) && !stem.endsWith('t\u0159') ? `${stem}b` : word;
		case 'ec?':
			return isOther(stem, last, vowel) ? palatalised(`${stem}c`, beforeE) : word;
		case 'ek?':
			return isOther(stem, last, vowel) && !ends(keepEk) ? `${stem}k` : word;
		case '\u011bk?':
			return stem.endsWith('n') ? `${cut(stem, 1)}\u0148k` : word;
		case 'e\u0148?':
			return beforeEn(stem, last) ? `${stem}n` : word;
		case 'et?':
			return ends(beforeEt) ? `${stem}t` : word;
		case 'ev?':
			return beforeEv(stem, last) ? `${stem}v` : word;
		default:
			return stem + found.key;
	}
}

function palatalised(word: string, table: Endings<string>): string {
	const found = table(word);
	return found && found.key !== 'keep?' ? replaced(word, found, found.key) : word;
}

const vowel = letters('aeiouy\u00e1\u011b\u00e9\u00ed\u00f3\u00fa\u016f\u00fd');
const syllabic = letters('aeiouy\u00e1\u011b\u00e9\u00ed\u00f3\u00fa\u016f\u00fdlr');
const beforeEv = letters('hknrtz');
const beforeEn = letters('bc\u010ddhkprs\u0161tvz\u017e');
const keepEk = listed('dot obl sn');
const beforeEt = listed('uc \u010d h ok kar');
const possessives = endings([
	['', 'ov \u016fv'],
	['in?', 'in'],
]);
const cases = endings([
	[
		'',
		`atech at\u016fm \u00e1ch \u00fdch ov\u00e9 \u00fdmi ata aty ama ami ovi at \u00e1m us \u016fm \u00fdm mi ou
		\u00e9ho \u00e9m \u00e9mu u y \u016f a o \u00e1 \u00e9 \u00fd \u011b \u011btem \u011bmi \u011bte \u011bti \u011bm`,
	],
	['e?', 'e ech em emi'],
	['ete?', 'ete eti etem'],
	['eb?', 'eb'],
	['ec?', 'ec'],
	['ek?', 'ek'],
	['\u011bk?', '\u011bk'],
	['e\u0148?', 'e\u0148'],
	['et?', 'et'],
	['ev?', 'ev'],
	['t', '\u0165 \u0165mi'],
	['i?', 'i \u00ed \u00edch \u00edho \u00edm \u00edmi \u00edmu'],
]);
const beforeE = endings([
	['k', 'c'],
	['keep?', 'nc avc ovc'],
	['\u00ednk', '\u00ednc'],
]);
const beforeI = endings([
	['k', 'c'],
	['keep?', 'nc avc ovc \u00e1\u0161t de\u0161t i\u0161t \u00ed\u0161t le\u0161t pou\u0161t'],
	['\u00ednk', '\u00ednc'],
	['ck', '\u010dt'],
	['sk', '\u0161t'],
]);
