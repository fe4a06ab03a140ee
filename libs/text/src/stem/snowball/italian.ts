import {cut, endings, replaced} from '../endings.ts';
import {letters} from '../letters.ts';
import {region, romanceRegion} from '../regions.ts';

/** Italian. Source: Snowball 3.1, `italian`. */
export function italian(given: string): string {
	let word = given
		.replace(ELISION, '')
		.replace(/[\u00e1\u00e9\u00ed\u00f3\u00fa]|qu/g, (text) => spellings.get(text) ?? 'qU')
		.replace(
			/([aeiou\u00e0\u00e8\u00ec\u00f2\u00f9])([ui])(?=[aeiou\u00e0\u00e8\u00ec\u00f2\u00f9])/g,
			(_, first: string, second: string) => first + second.toUpperCase(),
		);
	const rv = word.startsWith('divan') ? 5 : romanceRegion(word, vowel);
	const r1 = region(word, 0, vowel);
	const r2 = region(word, r1, vowel);
	word = withoutPronoun(word, rv);
	word = withoutSuffix(word, rv, r1, r2) ?? withoutVerb(word, rv);
	return withoutVowel(word, rv).replace(/[IU]/g, (letter) => letter.toLowerCase());
}

function withoutPronoun(word: string, rv: number): string {
	const pronoun = pronouns(word);
	if (!pronoun) return word;
	const stem = replaced(word, pronoun, '');
	const verb = gerunds(stem);
	if (!verb || stem.length - verb.text.length < rv) return word;
	return stem + verb.key;
}

/** A word without the longest derivational suffix, or undefined where none may go. */
function withoutSuffix(word: string, rv: number, r1: number, r2: number): string | undefined {
	const suffix = suffixes(word);
	if (!suffix) return undefined;
	const stem = replaced(word, suffix, '');
	const without = (text: string, from: string): string =>
		from.endsWith(text) && from.length - text.length >= r2 ? cut(from, text.length) : from;
	if (suffix.key === 'rv?') return stem.length >= rv ? stem : undefined;
	if (stem.length < (suffix.key === 'amente?' ? r1 : r2)) return undefined;
	if (suffix.key === 'ic?') return without('ic', stem);
	if (suffix.key === 'amente?' || suffix.key === 'it\u00e0?') {
		const end = suffix.key === 'amente?' ? afterAmente(stem) : afterIta(stem);
		const short = end && without(end.text, stem);
		if (short === undefined) return stem;
		return suffix.key === 'amente?' && end?.text === 'iv' && short !== stem ? without('at', short) : short;
	}
	if (suffix.key === 'ativo?') {
		const short = without('at', stem);
		return short === stem ? stem : without('ic', short);
	}
	return stem + suffix.key;
}

function withoutVerb(word: string, rv: number): string {
	const verb = verbs(word, rv);
	return verb ? replaced(word, verb, '') : word;
}

function withoutVowel(given: string, rv: number): string {
	let word = given;
	if (lastVowel(word, word.length - 1) && word.length > rv) {
		word = cut(word, 1);
		if (word.endsWith('i') && word.length > rv) word = cut(word, 1);
	}
	return /[cg]h$/.test(word) && word.length - 2 >= rv ? cut(word, 1) : word;
}

const ELISION = /^(?:all|dall|dell|gl|nell|quell|quest|sull|tutt|un|[dlmstv])'(?=.)/s;
const vowel = letters('aeiou\u00e0\u00e8\u00ec\u00f2\u00f9');
const lastVowel = letters('aeio\u00e0\u00e8\u00ec\u00f2');
const spellings = new Map([
	['\u00e1', '\u00e0'],
	['\u00e9', '\u00e8'],
	['\u00ed', '\u00ec'],
	['\u00f3', '\u00f2'],
	['\u00fa', '\u00f9'],
]);
const pronouns = endings([
	[
		'',
		`ci gli la le li lo mi ne si ti vi sene gliela gliele glieli glielo gliene mela mele meli melo mene tela tele teli
		telo tene cela cele celi celo cene vela vele veli velo vene`,
	],
]);
const gerunds = endings([
	['', 'ando endo'],
	['e', 'ar er ir'],
]);
const suffixes = endings([
	[
		'',
		`anza anze ico ici ica ice iche ichi ismo ismi abile abili ibile ibili ista iste isti ist\u00e0 ist\u00e8 ist\u00ec
		oso osi osa ose mente atrice atrici ante anti`,
	],
	['ic?', 'azione azioni atore atori'],
	['log', 'logia logie'],
	['u', 'uzione uzioni usione usioni'],
	['ente', 'enza enze'],
	['rv?', 'amento amenti imento imenti'],
	['amente?', 'amente'],
	['it\u00e0?', 'it\u00e0'],
	['ativo?', 'ivo ivi iva ive'],
]);
const afterAmente = endings([['', 'iv os ic abil']]);
const afterIta = endings([['', 'abil ic iv']]);
const verbs = endings([
	[
		'',
		`ammo ando ano are arono asse assero assi assimo ata ate ati ato ava avamo avano avate avi avo emmo enda ende endi
		endo er\u00e0 erai eranno ere erebbe erebbero erei eremmo eremo ereste eresti erete er\u00f2 erono essero ete eva
		evamo evano evate evi evo Yamo iamo immo ir\u00e0 irai iranno ire irebbe irebbero irei iremmo iremo ireste iresti
		irete ir\u00f2 irono isca iscano isce isci isco iscono issero ita ite iti ito iva ivamo ivano ivate ivi ivo ono uta
		ute uti uto ar ir`,
	],
]);
