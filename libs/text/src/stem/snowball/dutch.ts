import {cut, endings, listed, replaced} from '../endings.ts';
import {isOther} from '../letters.ts';
import {dutchDerivation, dutchDiminutive, dutchInflection, dutchQuality} from './dutch-steps.ts';
import {isConsonant, vowel, type Regions} from './dutch-letters.ts';

/** Dutch by Kraaij and Pohlmann. Source: Snowball 3.1, `dutch`. */
export function dutch(given: string): string {
	let regions = regionsOf(given);
	let word = given;
	let stemmed = false;
	for (const step of [dutchInflection, dutchDiminutive, dutchDerivation, dutchQuality]) {
		const next = step(word, regions);
		stemmed ||= next !== undefined;
		word = next ?? word;
	}
	for (const lose of [withoutPrefix, withoutInfix]) {
		const next = lose(word);
		if (next === undefined) continue;
		regions = regionsOf(next);
		word = withoutParticiple(next, regions);
		stemmed = true;
	}
	if (/[kfp]t$/.test(word)) {
		word = cut(word, 1);
		stemmed = true;
	}
	return stemmed ? withPlainEnd(word) : word;
}

function regionsOf(word: string): Regions {
	const r1 = regionFrom(word, 0);
	return {r1, r2: regionFrom(word, r1)};
}

function regionFrom(word: string, from: number): number {
	let at = from;
	while (isOther(word, at, vowel)) at++;
	const end = pastVowels(word, at);
	return end > at && end < word.length ? end + 1 : word.length;
}

// The digraph ij counts as a vowel.
function pastVowels(word: string, from: number): number {
	let at = from;
	for (;;) {
		if (word.startsWith('ij', at)) at += 2;
		else if (vowel(word, at)) at++;
		else return at;
	}
}

function hasSyllable(word: string, from: number): boolean {
	if (word.length < from + 3) return false;
	let at = from;
	while (isOther(word, at, vowel)) at++;
	const end = pastVowels(word, at);
	return end > at && end < word.length;
}

function withoutPrefix(word: string): string | undefined {
	if (!word.startsWith('ge') || !hasSyllable(word, 2)) return undefined;
	const rest = word.slice(2);
	if (!rest.startsWith('vali') && keepsGe.some((text) => rest.startsWith(text))) return undefined;
	return withPlainStart(rest);
}

function withoutInfix(word: string): string | undefined {
	const at = word.indexOf('ge', 1);
	if (at < 0 || !hasSyllable(word, at + 2)) return undefined;
	return word.slice(0, at) + withPlainStart(word.slice(at + 2));
}

function withPlainStart(text: string): string {
	if (text.startsWith('\u00eb')) return `e${text.slice(1)}`;
	return text.startsWith('\u00ef') ? `i${text.slice(1)}` : text;
}

function withoutParticiple(word: string, {r1}: Regions): string {
	const end = word.length - 1;
	if (end < r1 || !isConsonant(word, end)) return word;
	const stem = cut(word, 1);
	if (word.endsWith('d')) {
		if (stem.endsWith('n') && end - 1 >= r1) return word;
		return stem === 'in' ? 'inn' : stem;
	}
	if (!word.endsWith('t') || (stem.endsWith('h') && end - 1 >= r1) || stem === 'en') return word;
	return stem;
}

function withPlainEnd(word: string): string {
	const end = ends(word);
	if (!end || (end.text === 'nn' && word === 'inn')) return word;
	return replaced(word, end, end.key === 'half?' ? end.text.slice(1) : end.key);
}

const keepsGe = listed('eft val vaa vare');
const ends = endings([
	['half?', 'bb cc dd ff gg hh jj kk ll mm nn pp qq rr ss tt vv ww xx zz'],
	['f', 'v'],
	['s', 'z'],
]);
