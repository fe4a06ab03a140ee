import {cut, endings, listed, replaced} from '../endings.ts';
import {isOther, letters} from '../letters.ts';
import {scandinavianRegion} from '../regions.ts';

/** Norwegian, Bokm\u00e5l above all. Source: Snowball 3.1, `norwegian`. */
export function norwegian(given: string): string {
	if (given.length < 3) return given;
	const r1 = scandinavianRegion(given, vowel);
	let word = withoutMain(given, r1);
	if (pairs(word, r1)) word = cut(word, 1);
	const other = others(word, r1);
	if (other) word = replaced(word, other, '');
	return word.endsWith("'") ? cut(word, 1) : word;
}

function withoutMain(word: string, r1: number): string {
	const main = mains(word, r1);
	if (!main) return word;
	const stem = cut(word, main.text.length);
	if (main.key === 'ers?')
		return !beforeErs.some((text) => stem.endsWith(text)) || /(?:giv|hav|skap)$/.test(stem) ? stem : word;
	if (main.key === 's?') return isGenitive(stem) ? stem : word;
	return stem + main.key;
}

function isGenitive(stem: string): boolean {
	const last = stem.length - 1;
	if (sEnding(stem, last)) return true;
	if (stem.endsWith('r')) return stem[last - 1] !== 'e';
	return stem.endsWith('k') && isOther(stem, last - 1, vowel);
}

const vowel = letters('ae\u00eaio\u00f2\u00f3\u00f4uy\u00e6\u00e5\u00f8');
const sEnding = letters('bcdfghjlmnoptvyz');
const beforeErs = listed('amm ast ind kap kk lt nk omm pp v \u00f8st');
const mains = endings([
	[
		'',
		`a e ede ande ende ane ene hetene en heten ar er heter as es edes endes enes hetenes ens hetens ets et het ast`,
	],
	['ers?', 'ers'],
	['s?', 's'],
	['er', 'erte ert'],
]);
const pairs = endings([['cut?', 'dt vt']]);
const others = endings([['', 'leg eleg ig eig lig elig els lov elov slov hetslov']]);
