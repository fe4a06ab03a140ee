import {cut, endings, replaced} from '../endings.ts';
import {isConsonant, isVowel, lengthened, type Regions} from './dutch-letters.ts';

/** A word without the longest ending of a step, or undefined where none may go. */
type Step = (word: string, regions: Regions) => string | undefined;

/** Plurals, genitives and verb endings. */
export const dutchInflection: Step = (word, {r1}) => {
	const found = inflections(word);
	if (!found) return undefined;
	const stem = replaced(word, found, '');
	const end = stem.length;
	const inside = end >= r1;
	const afterConsonant = inside && isConsonant(stem, end);
	switch (found.key) {
		case "'s?":
			return stem;
		case 's?':
			return afterConsonant && !(stem.endsWith('t') && end - 1 >= r1) ? stem : undefined;
		case 'es?':
			if (/[ae]r$/.test(stem) && end - 2 >= r1 && isConsonant(stem, end - 2))
				return stem.endsWith('ar') ? lengthened(stem) : stem;
			return afterConsonant ? `${stem}e` : undefined;
		case 'au':
			return inside && isVowel(stem, end) ? `${stem}au` : undefined;
		case 'nd':
			return `${stem}nd`;
		case 'en?':
			return withoutEn(stem, r1);
		default:
			return inside ? stem + found.key : undefined;
	}
};

function withoutEn(stem: string, r1: number): string | undefined {
	const end = stem.length;
	if (stem.endsWith('hed') && end - 3 >= r1) return `${cut(stem, 3)}heid`;
	if (stem.endsWith('nd')) return stem;
	if (stem.endsWith('d') && end - 1 >= r1 && isConsonant(stem, end - 1)) return cut(stem, 1);
	if (/[ij]$/.test(stem) && isVowel(stem, end - 1)) return stem;
	return end >= r1 && isConsonant(stem, end) ? lengthened(stem) : undefined;
}

/** Diminutives and what else ends in e. */
export const dutchDiminutive: Step = (word, {r1}) => {
	const found = diminutives(word);
	if (!found) return undefined;
	const stem = replaced(word, found, '');
	const end = stem.length;
	if (found.key === 'je?') return withoutJe(stem, r1);
	if (end < r1) return undefined;
	const afterConsonant = isConsonant(stem, end);
	switch (found.key) {
		case 'de?':
			return afterConsonant ? stem : undefined;
		case 'le?':
			return lengthened(`${stem}l`);
		case 'ene?':
			return afterConsonant ? lengthened(`${stem}en`) : undefined;
		case 'ief':
			return afterConsonant ? `${stem}ief` : undefined;
		default:
			return stem + found.key;
	}
};

function withoutJe(stem: string, r1: number): string | undefined {
	const end = stem.length;
	if (stem.endsWith("'t")) return cut(stem, 2);
	if (stem.endsWith('et') && end - 2 >= r1 && isConsonant(stem, end - 2)) return cut(stem, 2);
	if (stem.endsWith('rnt')) return cut(stem, 1);
	if (stem.endsWith('t') && end - 1 >= r1 && end >= 2 && isVowel(stem, end - 2)) return cut(stem, 1);
	if (stem.endsWith('ink')) return `${cut(stem, 1)}g`;
	if (stem.endsWith('mp')) return cut(stem, 1);
	if (stem.endsWith("'") && end - 1 >= r1) return cut(stem, 1);
	return end >= r1 && isConsonant(stem, end) ? stem : undefined;
}

/** Suffixes that make nouns. */
export const dutchDerivation: Step = (word, {r1, r2}) => {
	const found = derivations(word);
	if (!found) return undefined;
	const stem = replaced(word, found, '');
	const end = stem.length;
	const inside = end >= r1;
	switch (found.key) {
		case 'r':
			return `${stem}r`;
		case 'iteit?':
			return inside ? lengthened(stem) : undefined;
		case 'ing?':
			if (stem.endsWith('ild')) return `${stem}er`;
			return inside ? lengthened(stem) : undefined;
		case 'f':
		case 'g':
			return end >= r2 ? lengthened(stem + found.key) : undefined;
		case 'aar':
		case 't':
		case 'd':
			return inside && isConsonant(stem, end) ? stem + found.key : undefined;
		default:
			return inside ? stem + found.key : undefined;
	}
};

/** Suffixes that make adjectives and names of persons. */
export const dutchQuality: Step = (word, {r1}) => {
	const found = qualities(word);
	if (found) {
		const stem = replaced(word, found, '');
		const end = stem.length;
		if (end >= r1) {
			if (found.key === 'end?') {
				if (isConsonant(stem, end)) return lengthened(stem);
			} else if (!/^[nlr]$/.test(found.key) || isVowel(stem, end)) return stem + found.key;
		}
	}
	const other = otherQualities(word);
	if (!other) return undefined;
	const stem = replaced(word, other, '');
	return stem.length >= r1 && stem !== 'inn' && isConsonant(stem, stem.length) ? lengthened(stem) : undefined;
};

const inflections = endings([
	["'s?", "'s"],
	['s?', 's'],
	['ie', 'ies'],
	['es?', 'es'],
	['\u00e9', '\u00e9s'],
	['au', 'aus'],
	['en?', 'en'],
	['nd', 'nde'],
]);
const diminutives = endings([
	['je?', 'je'],
	['g', 'ge'],
	['lijk', 'lijke'],
	['isch', 'ische'],
	['de?', 'de'],
	['t', 'te'],
	['s', 'se'],
	['r', 're'],
	['le?', 'le'],
	['ene?', 'ene'],
	['ief', 'ieve'],
]);
const derivations = endings([
	['eer', 'atie'],
	['iteit?', 'iteit'],
	['', 'heid sel ster'],
	['r', 'rder'],
	['ing?', 'ing isme erij'],
	['aar', 'arij'],
	['f', 'fie'],
	['g', 'gie'],
	['t', 'tst'],
	['d', 'dst'],
]);
const qualities = endings([
	['ie', 'ioneel'],
	['eer', 'atief'],
	['', 'baar achtig achtiger achtigst'],
	['n', 'naar'],
	['l', 'laar'],
	['r', 'raar'],
	['teer', 'tant'],
	['lijk', 'lijker lijkst'],
	['end?', 'eriger erigst erig end'],
]);
const otherQualities = endings([['', 'iger igst ig']]);
