import {endings, replaced} from '../endings.ts';
import {isOther, letters} from '../letters.ts';
import {region, romanceRegion} from '../regions.ts';

/** Romanian, with letters that have a cedilla for a comma taken for those with a comma. Source: Snowball 3.1, `romanian`. */
export function romanian(given: string): string {
	let word = given
		.replaceAll('\u015f', '\u0219')
		.replaceAll('\u0163', '\u021b')
		.replace(
			/([aeiou\u00e2\u00ee\u0103])([ui])(?=[aeiou\u00e2\u00ee\u0103])/g,
			(_, first: string, second: string) => first + second.toUpperCase(),
		);
	const rv = romanceRegion(word, vowel);
	const r1 = region(word, 0, vowel);
	const r2 = region(word, r1, vowel);
	const plural = plurals(word);
	if (plural && word.length - plural.text.length >= r1 && !(plural.text === 'ile' && word.endsWith('abile')))
		word = replaced(word, plural, plural.key);
	const combined = withoutCombos(word, r1);
	const derived = withoutSuffix(combined, r2);
	word = derived ?? (combined === word ? withoutVerb(word, rv) : combined);
	const last = lastVowels(word);
	if (last && word.length - last.text.length >= rv) word = replaced(word, last, '');
	return word.replace(/[IU]/g, (letter) => letter.toLowerCase());
}

function withoutCombos(given: string, r1: number): string {
	let word = given;
	for (;;) {
		const combo = combos(word);
		if (!combo || word.length - combo.text.length < r1) return word;
		word = replaced(word, combo, combo.key);
	}
}

/** A word without the longest derivational suffix, or undefined where none may go. */
function withoutSuffix(word: string, r2: number): string | undefined {
	const suffix = suffixes(word);
	if (!suffix || word.length - suffix.text.length < r2) return undefined;
	if (suffix.key !== 't?') return replaced(word, suffix, suffix.key);
	const stem = replaced(word, suffix, '');
	return stem.endsWith('\u021b') ? `${stem.slice(0, -1)}t` : undefined;
}

function withoutVerb(word: string, rv: number): string {
	const verb = verbs(word, rv);
	if (!verb) return word;
	const stem = replaced(word, verb, '');
	const last = stem.length - 1;
	const goes = verb.key === '' || (last >= rv && (isOther(stem, last, vowel) || stem.endsWith('u')));
	return goes ? stem : word;
}

const vowel = letters('aeiou\u00e2\u00ee\u0103');
const plurals = endings([
	['', 'ul ului'],
	['a', 'aua'],
	['e', 'ea ele elor'],
	['i', 'ii iua iei iile iilor ilor ile'],
	['at', 'atei'],
	['a\u021bi', 'a\u021bie a\u021bia'],
]);
const combos = endings([
	['abil', 'abilitate abilitati abilit\u0103i abilit\u0103\u021bi'],
	['ibil', 'ibilitate'],
	['iv', 'ivitate ivitati ivit\u0103i ivit\u0103\u021bi'],
	[
		'ic',
		`icitate icitati icit\u0103i icit\u0103\u021bi icator icatori iciv iciva icive icivi iciv\u0103 ical icala icale
		icali ical\u0103`,
	],
	['at', `ativ ativa ative ativi ativ\u0103 a\u021biune atoare ator atori \u0103toare \u0103tor \u0103tori`],
	['it', 'itiv itiva itive itivi itiv\u0103 i\u021biune itoare itor itori'],
]);
const suffixes = endings([
	[
		'',
		`at ata at\u0103 ati ate ut uta ut\u0103 uti ute it ita it\u0103 iti ite ic ica ice ici ic\u0103
		abil abila abile abili abil\u0103 ibil ibila ibile ibili ibil\u0103 oasa oas\u0103 oase os osi o\u0219i
		ant anta ante anti ant\u0103 ator atori itate itati it\u0103i it\u0103\u021bi iv iva ive ivi iv\u0103`,
	],
	['t?', 'iune iuni'],
	['ist', 'ism isme ist ista iste isti ist\u0103 i\u0219ti'],
]);
const verbs = endings([
	[
		'after?',
		`are ere ire \u00e2re ind \u00e2nd indu \u00e2ndu eze easc\u0103 ez ezi eaz\u0103 esc e\u0219ti e\u0219te
		\u0103sc \u0103\u0219ti \u0103\u0219te am ai au eam eai ea ea\u021bi eau iam iai ia ia\u021bi iau ui
		a\u0219i ar\u0103m ar\u0103\u021bi ar\u0103 u\u0219i ur\u0103m ur\u0103\u021bi ur\u0103
		i\u0219i ir\u0103m ir\u0103\u021bi ir\u0103 \u00e2i \u00e2\u0219i \u00e2r\u0103m \u00e2r\u0103\u021bi \u00e2r\u0103
		asem ase\u0219i ase aser\u0103m aser\u0103\u021bi aser\u0103 isem ise\u0219i ise iser\u0103m iser\u0103\u021bi iser\u0103
		\u00e2sem \u00e2se\u0219i \u00e2se \u00e2ser\u0103m \u00e2ser\u0103\u021bi \u00e2ser\u0103
		usem use\u0219i use user\u0103m user\u0103\u021bi user\u0103`,
	],
	[
		'',
		`\u0103m a\u021bi em e\u021bi im i\u021bi \u00e2m \u00e2\u021bi se\u0219i ser\u0103m ser\u0103\u021bi ser\u0103
		sei se sesem sese\u0219i sese seser\u0103m seser\u0103\u021bi seser\u0103`,
	],
]);
const lastVowels = endings([['', 'a e i ie \u0103']]);
