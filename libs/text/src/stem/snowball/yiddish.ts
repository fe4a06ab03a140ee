import {beginnings} from '../beginnings.ts';
import {cut, endings, listed, replaced} from '../endings.ts';
import {isOther, letters, past} from '../letters.ts';
import {yiddish as spelt, yiddishAblaut, yiddishInflections} from './yiddish-tables.ts';

/** Yiddish, pointed or not. Source: Snowball 3.1, `yiddish`. */
export function yiddish(given: string): string {
	const normal = given
		.replace(PAIRS, (text) => normalLetters.get(text) ?? text)
		.replace(/[\u05b0-\u05b9\u05bb\u05bc\u05bf\u05c1\u05c2]/g, '');
	const [marked, r1] = withMarks(normal);
	let word = withoutInflection(marked, r1);
	const noun = nouns(word);
	if (noun) {
		const stem = replaced(word, noun, '');
		if (stem.length >= r1 && (noun.key === '' || consonant(stem, stem.length - 1))) word = stem;
	}
	const adjective = adjectives(word);
	if (adjective?.key === '' && word.length - adjective.text.length >= r1)
		word = replaced(word, adjective, '');
	return word.replace(/GE|TSU/g, '');
}

// Participle prefixes become `GE` and `TSU`, which the end of the stemmer takes away.
function withMarks(given: string): readonly [word: string, r1: number] {
	let word = given;
	let at = 0;
	if (word.startsWith(GE) && word !== GE && !notParticiple.some((text) => word.startsWith(text, 2))) {
		word = `GE${word.slice(2)}`;
		at = 2;
	}
	const prefix = prefixes(word, at);
	if (prefix !== undefined) {
		const end = at + prefix.length;
		const rest = word.slice(end);
		if (notInfinitive.has(rest) || rest.startsWith(born)) at = end;
		else if (rest.startsWith(GE)) {
			word = `${word.slice(0, end)}GE${rest.slice(2)}`;
			at = end + 2;
		} else if (rest.startsWith(TSU)) {
			word = `${word.slice(0, end)}TSU${rest.slice(2)}`;
			at = end + 3;
		}
	}
	return [word, regionFrom(word, at)];
}

function regionFrom(word: string, from: number): number {
	const least = from + 3;
	if (word.length < least) return Infinity;
	const at = clusters(word, from) ? least : from;
	if (consonant(word, at) && consonant(word, at + 1) && consonant(word, at + 2)) return at + 3;
	let end = past(word, at, vowel);
	if (end < 0) return Infinity;
	while (vowel(word, end)) end++;
	return isOther(word, end, vowel) ? Math.max(end, least) : Infinity;
}

function withoutInflection(word: string, r1: number): string {
	const found = yiddishInflections(word);
	if (!found) return word;
	const stem = replaced(word, found, '');
	const inside = stem.length >= r1;
	switch (found.key) {
		case 'keep?':
			return word;
		case 'ye?':
			return inside ? cut(word, 1) : word;
		case 'h?':
			return inside ? stem + HEY : word;
		case '':
			return inside ? stem : word;
		case 'ablaut?': {
			const vowelChange = inside ? yiddishAblaut(stem) : undefined;
			return vowelChange ? replaced(stem, vowelChange, vowelChange.key) : inside ? stem : word;
		}
		case 't?': {
			const present = stem.replace(BROUGHT, spelt('breng'));
			return inside ? present : present + TES;
		}
		case 'yst?':
			if (AFTER_YST.test(stem)) return r1 <= stem.length + 2 ? cut(word, 1) : word;
			return inside ? stem : word;
		default:
			return stem + found.key;
	}
}

const GE = spelt('ge');
const TSU = spelt('cv');
const HEY = spelt('h');
const TES = spelt('t');
const BROUGHT = new RegExp(`(?:${GE})?${spelt('brak')}$`);
const AFTER_YST = new RegExp(`[${spelt('gS')}]$`);
// Pairs that are one letter, unless a point follows, and letters in the form that they have at the end of a word.
const PAIRS =
	/\u05d5\u05d5(?!\u05bc)|\u05d5\u05d9(?!\u05b4)|\u05d9\u05d9(?!\u05b4)|[\u05da\u05dd\u05df\u05e3\u05e5]/g;
const normalLetters = new Map([
	[spelt('vv'), spelt('V')],
	[spelt('vy'), spelt('O')],
	[spelt('yy'), spelt('Y')],
	['\u05da', spelt('k')],
	['\u05dd', spelt('m')],
	['\u05df', spelt('n')],
	['\u05e3', spelt('f')],
	['\u05e5', spelt('c')],
]);
const vowel = letters(spelt('avyeOY'));
const consonant = letters(`${spelt('bgdhzHtklmnsfcqrSTV')}\u05da\u05dd\u05df\u05e3\u05e5`);
const notParticiple = listed(spelt('lt bn'));
const notInfinitive = new Set(listed(spelt('cvgn cvqt cvqn')));
const born = spelt('gebn');
const clusters = beginnings(listed(spelt('Sfr Str StS dzS')));
const prefixes = beginnings(
	listed(
		spelt(
			`advrk dvrk ahyn aher aVeq myt antqegn aqegn anyder araf arOs arOf arvm arYn arvnter aryber nak farbY ahYm afyr
		farOs fvnander cvzamen cvnOf cvryq aOs aOf avm avnter ayber aYn an af bY far cv ant ba der ce`,
		),
	),
);
const nouns = endings([
	['', spelt('vng hYt qYt yqYt Saft')],
	['consonant?', spelt('l')],
]);
const adjectives = endings([
	['', spelt('yg yq yS nyq dyq ndyq endyq')],
	['keep?', spelt('blyq glyq')],
]);
