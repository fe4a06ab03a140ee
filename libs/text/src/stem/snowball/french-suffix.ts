import {cut, endings, replaced, type Ending} from '../endings.ts';
import {isOther, letters, type Letters} from '../letters.ts';

/** A French word without its derivational suffix, and whether one was found; `-ment` goes, but counts as not found. */
export function withoutFrenchSuffix(
	word: string,
	rv: number,
	r1: number,
	r2: number,
	vowel: Letters,
): {readonly word: string; readonly found: boolean} {
	const suffix = suffixes(word);
	const missing = {word, found: false};
	if (!suffix) return missing;
	const stem = replaced(word, suffix, '');
	const last = stem.length - 1;
	const found = (result: string, may: boolean) => (may ? {word: result, found: true} : missing);
	switch (suffix.key) {
		case 'atrice?':
			return found(withoutIc(stem, r2), stem.length >= r2);
		case 'ement?':
			return found(afterEment(stem, rv, r1, r2), stem.length >= rv);
		case 'it\u00e9?':
			return found(afterIte(stem, r2), stem.length >= r2);
		case 'if?': {
			const short = without('at', stem, r2);
			return found(short === stem ? stem : withoutIc(short, r2), stem.length >= r2);
		}
		case 'eau':
			return found(`${stem}eau`, true);
		case 'al':
			return found(`${stem}al`, stem.length >= r1);
		case 'ou':
			return found(`${stem}ou`, ouxEnding(stem, last));
		case 'eux?':
			return stem.length >= r2 ? found(stem, true) : found(`${stem}eux`, stem.length >= r1);
		case 'issement?':
			return found(stem, stem.length >= r1 && isOther(stem, last, vowel));
		case 'ant':
		case 'ent?':
			return stem.length >= rv ? {word: stem + suffix.key.slice(0, 3), found: false} : missing;
		case 'ment?':
			return vowel(stem, last) && last >= rv ? {word: stem, found: false} : missing;
		default:
			return found(stem + suffix.key, stem.length >= r2);
	}
}

const without = (text: string, word: string, r2: number): string =>
	word.endsWith(text) && word.length - text.length >= r2 ? cut(word, text.length) : word;

function withoutIc(word: string, r2: number): string {
	if (!word.endsWith('ic')) return word;
	return word.length - 2 >= r2 ? cut(word, 2) : `${cut(word, 2)}iqU`;
}

function afterEment(word: string, rv: number, r1: number, r2: number): string {
	const inner = beforeEment(word);
	if (!inner) return word;
	const start = word.length - inner.text.length;
	if (inner.key === 'iv?') return start >= r2 ? without('at', replaced(word, inner, ''), r2) : word;
	if (inner.key === 'eux' && start < r2) return start >= r1 ? replaced(word, inner, 'eux') : word;
	if (inner.key === 'i') return start >= rv ? replaced(word, inner, 'i') : word;
	return start >= r2 ? replaced(word, inner, '') : word;
}

function afterIte(word: string, r2: number): string {
	const inner: Ending<string> | undefined = beforeIte(word);
	if (!inner) return word;
	return replaced(word, inner, word.length - inner.text.length >= r2 ? '' : inner.key);
}

const ouxEnding = letters('bhjlnp');
const suffixes = endings([
	['', 'ance iqUe isme able iste eux ances iqUes ismes ables istes'],
	['atrice?', 'atrice ateur ation atrices ateurs ations'],
	['log', 'logie logies'],
	['u', 'usion ution usions utions'],
	['ent', 'ence ences'],
	['ement?', 'ement ements'],
	['it\u00e9?', 'it\u00e9 it\u00e9s'],
	['if?', 'if ive ifs ives'],
	['eau', 'eaux'],
	['al', 'aux'],
	['ou', 'oux'],
	['eux?', 'euse euses'],
	['issement?', 'issement issements'],
	['ant', 'amment'],
	['ent?', 'emment'],
	['ment?', 'ment ments'],
]);
const beforeEment = endings([
	['iv?', 'iv'],
	['eux', 'eus'],
	['', 'abl iqU'],
	['i', 'i\u00e8r I\u00e8r'],
]);
const beforeIte = endings([
	['abl', 'abil'],
	['iqU', 'ic'],
	['iv', 'iv'],
]);
