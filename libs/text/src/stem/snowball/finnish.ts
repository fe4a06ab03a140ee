import {cut, endings, replaced, type Ending} from '../endings.ts';
import {letters} from '../letters.ts';
import {region} from '../regions.ts';

/** Finnish. Source: Snowball 3.1, `finnish`. */
export function finnish(given: string): string {
	const r1 = region(given, 0, vowel);
	const r2 = region(given, r1, vowel);
	const bare = withoutPossessive(withoutParticle(given, r1, r2), r1);
	let word = withoutCase(bare, r1);
	const hadCase = word !== bare;
	const comparative = comparatives(word, r2);
	if (comparative && !(comparative.key === 'po?' && replaced(word, comparative, '').endsWith('po')))
		word = replaced(word, comparative, '');
	if (hadCase) word = word.length > r1 && /[ij]$/.test(word) ? cut(word, 1) : word;
	else word = withoutT(word, r1, r2);
	return tidied(word, r1);
}

function withoutParticle(word: string, r1: number, r2: number): string {
	const particle = particles(word, r1);
	if (!particle) return word;
	const stem = replaced(word, particle, '');
	const goes = particle.key === 'r2?' ? stem.length >= r2 : particleEnd(stem, stem.length - 1);
	return goes ? stem : word;
}

function withoutPossessive(word: string, r1: number): string {
	const possessive = possessives(word, r1);
	if (!possessive) return word;
	const stem = replaced(word, possessive, '');
	if (possessive.key === 'si?') return stem.endsWith('k') ? word : stem;
	if (possessive.key === 'ni?') return stem.endsWith('kse') ? `${cut(stem, 1)}i` : stem;
	if (possessive.key === 'an?') return /(?:ta|ssa|sta|lla|lta|na)$/.test(stem) ? stem : word;
	if (possessive.key === '\u00e4n?')
		return /(?:t\u00e4|ss\u00e4|st\u00e4|ll\u00e4|lt\u00e4|n\u00e4)$/.test(stem) ? stem : word;
	if (possessive.key === 'en?') return /(?:lle|ine)$/.test(stem) ? stem : word;
	return stem;
}

function withoutCase(word: string, r1: number): string {
	const accept = (ending: Ending<string>, start: number): boolean => {
		const before = beforeCase.get(ending.text);
		return before === undefined || before.test(word.slice(r1, start));
	};
	const found = cases(word, r1, accept);
	if (!found) return word;
	const stem = replaced(word, found, '');
	if (found.key === 'n?')
		return /(?:aa|ee|ii|oo|uu|\u00e4\u00e4|\u00f6\u00f6|ie)$/.test(stem) ? cut(stem, 1) : stem;
	if (found.key === 'vowel?')
		return vowel(stem, stem.length - 1) && consonant(stem, stem.length - 2) ? stem : word;
	if (found.key === 'e?') return stem.endsWith('e') ? stem : word;
	return stem;
}

function withoutT(given: string, r1: number, r2: number): string {
	const last = given.length - 1;
	if (!given.endsWith('t') || last <= r1 || !vowel(given, last - 1)) return given;
	const word = cut(given, 1);
	const plural = plurals(word, r2);
	if (!plural || (plural.key === 'po?' && word.endsWith('pomma'))) return word;
	return replaced(word, plural, '');
}

function tidied(given: string, r1: number): string {
	let word = given;
	if (word.length < r1) return word;
	if (word.length - 2 >= r1 && LONG.test(word)) word = cut(word, 1);
	if (word.length - 2 >= r1 && aei(word, word.length - 1) && consonant(word, word.length - 2))
		word = cut(word, 1);
	if (word.length - 2 >= r1 && /[ou]j$/.test(word)) word = cut(word, 1);
	if (word.length - 2 >= r1 && word.endsWith('jo')) word = cut(word, 1);
	let at = word.length - 1;
	while (at >= 0 && vowel(word, at)) at--;
	if (consonant(word, at) && word[at - 1] === word[at]) word = word.slice(0, at) + word.slice(at + 1);
	return word.endsWith("'") ? cut(word, 1) : word;
}

const LONG = /(?:aa|ee|ii|oo|uu|\u00e4\u00e4|\u00f6\u00f6)$/;
const I_DIPHTHONG = /(?:[aeiou\u00e4\u00f6]i|')$/;
const vowel = letters('aeiouy\u00e4\u00f6');
const consonant = letters('bcdfghjklmnpqrstvwxz');
const aei = letters('a\u00e4ei');
const particleEnd = letters('aeiouy\u00e4\u00f6nt');
const beforeCase = new Map([
	['h\u00e4n', /[\u00e4']$/],
	['h\u00f6n', /[\u00f6\u00f8']$/],
	['han', /[a']$/],
	['hen', /[e']$/],
	['hin', /[i']$/],
	['hon', /[o']$/],
	['hun', /[u']$/],
	['siin', I_DIPHTHONG],
	['seen', LONG],
	['den', I_DIPHTHONG],
	['tten', I_DIPHTHONG],
]);
const particles = endings([
	['end?', 'kin kaan k\u00e4\u00e4n ko k\u00f6 han h\u00e4n pa p\u00e4'],
	['r2?', 'sti'],
]);
const possessives = endings([
	['si?', 'si'],
	['ni?', 'ni'],
	['', 'nsa ns\u00e4 mme nne'],
	['an?', 'an'],
	['\u00e4n?', '\u00e4n'],
	['en?', 'en'],
]);
const cases = endings([
	['', 'h\u00e4n h\u00f6n han hen hin hon hun siin seen den tten'],
	['n?', 'n'],
	['vowel?', 'a \u00e4'],
	['e?', 'tta tt\u00e4'],
	['', 'ta t\u00e4 ssa ss\u00e4 sta st\u00e4 lla ll\u00e4 lta lt\u00e4 lle na n\u00e4 ksi ine'],
]);
const comparatives = endings([
	['po?', 'mpi mpa mp\u00e4 mmi mma mm\u00e4'],
	['', 'impi impa imp\u00e4 immi imma imm\u00e4 eja ej\u00e4'],
]);
const plurals = endings([
	['po?', 'mma'],
	['', 'imma'],
]);
