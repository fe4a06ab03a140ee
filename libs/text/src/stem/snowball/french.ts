import {cut, endings, replaced} from '../endings.ts';
import {isOther, letters, past} from '../letters.ts';
import {region} from '../regions.ts';
import {withoutFrenchSuffix} from './french-suffix.ts';

/** French. Source: Snowball 3.1, `french`. */
export function french(given: string): string {
	let word = marked(given.replace(/^(?:[cdjlmnst]|qu)'(?=.)/s, ''));
	const rv = verbRegion(word);
	const r1 = region(word, 0, vowel);
	const r2 = region(word, r1, vowel);
	const suffix = withoutFrenchSuffix(word, rv, r1, r2, vowel);
	const verb = suffix.found ? undefined : withoutVerb(suffix.word, rv, r2);
	if (suffix.found || verb !== undefined) {
		word = verb ?? suffix.word;
		if (word.endsWith('Y')) word = `${cut(word, 1)}i`;
		else if (word.endsWith('\u00e7')) word = `${cut(word, 1)}c`;
	} else word = withoutResidue(suffix.word, rv, r2);
	if (/(?:enn|onn|ett|ell|eill)$/.test(word)) word = cut(word, 1);
	return unaccented(word).replace(/H[ei]?|[IUY]/g, (text) => restored.get(text) ?? text.toLowerCase());
}

// Vowels that act as consonants become capital letters; a diaeresis becomes H and its vowel.
function marked(given: string): string {
	if (!/[iuy\u00eb\u00ef]/.test(given)) return given;
	let word = given;
	for (let at = 0; at < word.length; at++) {
		if (vowel(word, at)) {
			const next = word[at + 1];
			if (next === 'y' || ((next === 'u' || next === 'i') && vowel(word, at + 2)))
				word = spliced(word, at + 1, next.toUpperCase());
		}
		if (word[at] === '\u00eb') word = spliced(word, at, 'He');
		else if (word[at] === '\u00ef') word = spliced(word, at, 'Hi');
		else if (word[at] === 'y' && vowel(word, at + 1)) word = spliced(word, at, 'Y');
		else if (word[at] === 'q' && word[at + 1] === 'u') word = spliced(word, at + 1, 'U');
	}
	return word;
}

const spliced = (word: string, at: number, text: string): string =>
	word.slice(0, at) + text + word.slice(at + 1);

function verbRegion(word: string): number {
	if (vowel(word, 0) && vowel(word, 1) && word.length > 2) return 3;
	if (/^(?:par|col|tap)/.test(word) || (word.startsWith('ni') && vowel(word, 2))) return 3;
	const start = past(word, 1, vowel);
	return start < 0 ? word.length : start;
}

/** A word without the longest verb ending, or undefined where none may go. */
function withoutVerb(word: string, rv: number, r2: number): string | undefined {
	const inI = iVerbs(word, rv);
	if (inI) {
		const last = word.length - inI.text.length - 1;
		if (last >= rv && word[last] !== 'H' && isOther(word, last, vowel)) return replaced(word, inI, '');
	}
	const verb = verbs(word, rv);
	if (!verb) return undefined;
	const stem = replaced(word, verb, '');
	if (verb.key === 'r2?') return stem.length >= r2 ? stem : undefined;
	if (verb.key === 'e?') return stem.endsWith('e') && stem.length - 1 >= rv ? cut(stem, 1) : stem;
	if (verb.key === 'ais?') return /^.al$|(?:auv|\u00e9pl)$/s.test(stem) ? undefined : stem;
	return stem;
}

function withoutResidue(given: string, rv: number, r2: number): string {
	let word = given;
	if (word.endsWith('s') && (word.endsWith('His') || isOther(word, word.length - 2, keepsS)))
		word = cut(word, 1);
	const residue = residues(word, rv);
	if (!residue) return word;
	const stem = replaced(word, residue, residue.key === 'ion?' ? '' : residue.key);
	if (residue.key !== 'ion?') return stem;
	return stem.length >= r2 && stem.length > rv && /[st]$/.test(stem) ? stem : word;
}

function unaccented(word: string): string {
	let at = word.length - 1;
	while (isOther(word, at, vowel)) at--;
	const goes = at < word.length - 1 && (word[at] === '\u00e9' || word[at] === '\u00e8');
	return goes ? spliced(word, at, 'e') : word;
}

const vowel = letters('aeiouy\u00e2\u00e0\u00eb\u00e9\u00ea\u00e8\u00ef\u00ee\u00f4\u00fb\u00f9');
const keepsS = letters('aiou\u00e8s');
const restored = new Map([
	['He', '\u00eb'],
	['Hi', '\u00ef'],
	['H', ''],
]);
const iVerbs = endings([
	[
		'',
		`\u00eemes \u00eet \u00eetes i ie ies ir ira irai iraIent irais irait iras irent irez iriez irions irons iront is
		issaIent issais issait issant issante issantes issants isse issent isses issez issiez issions issons it`,
	],
]);
const verbs = endings([
	['r2?', 'ions'],
	[
		'',
		`\u00e9 \u00e9e \u00e9es \u00e9s \u00e8rent er era erai eraIent erais erait eras erez eriez erions erons eront ez
		iez eais`,
	],
	[
		'e?',
		`\u00e2mes \u00e2t \u00e2tes a ai aIent ait ant ante antes ants as asse assent asses assiez assions`,
	],
	['ais?', 'ais aise aises'],
]);
const residues = endings([
	['ion?', 'ion'],
	['i', 'ier i\u00e8re Ier I\u00e8re'],
	['', 'e'],
]);
