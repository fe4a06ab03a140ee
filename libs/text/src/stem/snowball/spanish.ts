import {cut, endings, replaced} from '../endings.ts';
import {letters} from '../letters.ts';
import {region, romanceRegion} from '../regions.ts';

/** Spanish. Source: Snowball 3.1, `spanish`. */
export function spanish(given: string): string {
	const rv = romanceRegion(given, vowel);
	const r1 = region(given, 0, vowel);
	const r2 = region(given, r1, vowel);
	const bare = withoutPronoun(given, rv);
	const word = withoutSuffix(bare, r1, r2) ?? withoutVerb(bare, rv);
	return withoutResidue(word, rv).replace(ACCENTED, (letter) => letter.normalize('NFD').charAt(0));
}

function withoutPronoun(word: string, rv: number): string {
	const pronoun = pronouns(word);
	if (!pronoun) return word;
	const stem = replaced(word, pronoun, '');
	const verb = gerunds(stem);
	if (!verb || stem.length - verb.text.length < rv) return word;
	if (verb.key === 'u?') return stem.endsWith('uyendo') ? stem : word;
	return replaced(stem, verb, verb.key);
}

/** A word without the longest derivational suffix, or undefined where none may go. */
function withoutSuffix(word: string, r1: number, r2: number): string | undefined {
	const suffix = suffixes(word);
	if (!suffix) return undefined;
	const stem = replaced(word, suffix, '');
	if (stem.length < (suffix.key === 'amente?' ? r1 : r2)) return undefined;
	const without = (text: string, from: string): string =>
		from.endsWith(text) && from.length - text.length >= r2 ? cut(from, text.length) : from;
	const withoutOne = (ends: typeof afterMente): string => {
		const end = ends(stem);
		return end && stem.length - end.text.length >= r2 ? replaced(stem, end, '') : stem;
	};
	switch (suffix.key) {
		case 'ic?':
			return without('ic', stem);
		case 'amente?': {
			const short = withoutOne(afterAmente);
			return stem.endsWith('iv') && short !== stem ? without('at', short) : short;
		}
		case 'mente?':
			return withoutOne(afterMente);
		case 'idad?':
			return withoutOne(afterIdad);
		case 'at?':
			return without('at', stem);
		default:
			return stem + suffix.key;
	}
}

function withoutVerb(word: string, rv: number): string {
	const inY = yVerbs(word, rv);
	if (inY) {
		const stem = replaced(word, inY, '');
		if (stem.endsWith('u')) return stem;
	}
	const verb = verbs(word, rv);
	if (!verb) return word;
	const stem = replaced(word, verb, '');
	return verb.key === 'gu?' && stem.endsWith('gu') ? cut(stem, 1) : stem;
}

function withoutResidue(word: string, rv: number): string {
	const residue = residues(word);
	if (!residue) return word;
	const stem = replaced(word, residue, '');
	if (stem.length < rv) return word;
	return residue.key === 'gu?' && stem.endsWith('gu') && stem.length - 1 >= rv ? cut(stem, 1) : stem;
}

const ACCENTED = /[\u00e1\u00e9\u00ed\u00f3\u00fa]/g;
const vowel = letters('aeiou\u00e1\u00e9\u00ed\u00f3\u00fa\u00fc');
const pronouns = endings([['', 'me se sela selo selas selos la le lo las les los nos']]);
const gerunds = endings([
	['iendo', 'i\u00e9ndo iendo'],
	['ando', '\u00e1ndo ando'],
	['ar', '\u00e1r ar'],
	['er', '\u00e9r er'],
	['ir', '\u00edr ir'],
	['u?', 'yendo'],
]);
const suffixes = endings([
	[
		'',
		`anza anzas ico ica icos icas ismo ismos able ables ible ibles ista istas oso osa osos osas amiento amientos
		imiento imientos`,
	],
	['ic?', 'adora ador aci\u00f3n adoras adores aciones ante antes ancia ancias acion'],
	['log', 'log\u00eda log\u00edas'],
	['u', 'uci\u00f3n uciones ucion'],
	['ente', 'encia encias'],
	['amente?', 'amente'],
	['mente?', 'mente'],
	['idad?', 'idad idades'],
	['at?', 'iva ivo ivas ivos'],
]);
const afterAmente = endings([['', 'iv os ic ad']]);
const afterMente = endings([['', 'ante able ible']]);
const afterIdad = endings([['', 'abil ic iv']]);
const yVerbs = endings([['', 'ya ye yan yen yeron yendo yo y\u00f3 yas yes yais yamos']]);
const verbs = endings([
	['gu?', 'en es \u00e9is emos'],
	[
		'',
		`ar\u00edan ar\u00edas ar\u00e1n ar\u00e1s ar\u00edais ar\u00eda ar\u00e9is ar\u00edamos aremos ar\u00e1 ar\u00e9
		er\u00edan er\u00edas er\u00e1n er\u00e1s er\u00edais er\u00eda er\u00e9is er\u00edamos eremos er\u00e1 er\u00e9
		ir\u00edan ir\u00edas ir\u00e1n ir\u00e1s ir\u00edais ir\u00eda ir\u00e9is ir\u00edamos iremos ir\u00e1 ir\u00e9
		aba ada ida \u00eda ara iera ad ed id ase iese aste iste an aban \u00edan aran ieran asen iesen aron ieron ado ido
		ando iendo i\u00f3 ar er ir as abas adas idas \u00edas aras ieras ases ieses \u00eds \u00e1is abais \u00edais arais
		ierais aseis ieseis asteis isteis ados idos amos \u00e1bamos \u00edamos imos \u00e1ramos i\u00e9ramos i\u00e9semos
		\u00e1semos`,
	],
]);
const residues = endings([
	['', 'os a o \u00e1 \u00ed \u00f3'],
	['gu?', 'e \u00e9'],
]);
