import {cut, endings, replaced, type Ending} from '../endings.ts';
import {letters} from '../letters.ts';
import {region} from '../regions.ts';

/** Polish. Source: Snowball 3.1, `polish`. */
export function polish(given: string): string {
	if (given.length < 2) return given;
	const r1 = region(given, 0, vowel);
	const conditional = conditionals(given, Math.max(r1, 2));
	const word = conditional ? replaced(given, conditional, '') : given;
	const accept = ({key}: Ending<string>, start: number): boolean => key !== 'r1?' || start >= r1;
	const found = suffixes(word, 2, accept);
	if (!found) return softened(word);
	const stem = withoutEnding(word, found, r1);
	return stem.endsWith("'") && stem.length > 2 ? cut(stem, 1) : stem;
}

function withoutEnding(word: string, found: Ending<string>, r1: number): string {
	const stem = replaced(word, found, '');
	if (found.key === 'sz\u0105?') return stem.length >= r1 ? stem : `${stem}s`;
	if (found.key === 'r1?') return stem;
	if (found.key !== 'y?') return stem + found.key;
	const inner = participles(stem, 2);
	return inner ? replaced(stem, inner, inner.key) : stem;
}

function softened(word: string): string {
	const plain = word.length > 1 ? plainConsonants.get(word.slice(-1)) : undefined;
	return plain === undefined ? word : cut(word, 1) + plain;
}

const vowel = letters('a\u0105e\u0119io\u00f3uy');
const plainConsonants = new Map([
	['\u0107', 'c'],
	['\u0144', 'n'],
	['\u015b', 's'],
	['\u017a', 'z'],
]);
const conditionals = endings([['', 'bym by\u015b by\u015bmy by\u015bcie by']]);
const suffixes = endings([
	[
		'',
		`asz esz isz amy emy imy acie ecie icie aj\u0105 e\u015b\u0107 a\u015b\u0107 a\u0107 ie\u0107 i\u0107 \u0105\u0107
		aj\u0105c \u0105c a\u0142em ia\u0142em i\u0142em a\u0142am ia\u0142am i\u0142am am a\u0142e\u015b ia\u0142e\u015b
		i\u0142e\u015b a\u0142a\u015b ia\u0142a\u015b i\u0142a\u015b a\u0142 ia\u0142 i\u0142 a\u0142a ia\u0142a i\u0142a
		a\u0142o ia\u0142o i\u0142o ali\u015bmy ieli\u015bmy ili\u015bmy a\u0142y\u015bmy ia\u0142y\u015bmy i\u0142y\u015bmy
		ali\u015bcie ieli\u015bcie ili\u015bcie a\u0142y\u015bcie ia\u0142y\u015bcie i\u0142y\u015bcie ali ieli ili a\u0142y
		ia\u0142y i\u0142y aj ajcie cie \u0119 aj\u0105ca \u0105ca iejsza sza aj\u0105c\u0105 \u0105c\u0105 iejsz\u0105
		aj\u0105ce \u0105ce iejsze sze`,
	],
	['s', 'sz\u0119 sz\u0105ca sz\u0105c\u0105 sz\u0105ce'],
	['sz\u0105?', 'sz\u0105'],
	['\u0142', '\u0142e\u015b \u0142a\u015b li\u015bmy \u0142y\u015bmy li\u015bcie \u0142y\u015bcie'],
	['y?', 'y ego iego emu iemu ym im ej iej ych ich ymi imi'],
	['r1?', `a o i u ia owi iowi \u0105 i\u0105 em iem e iu ie \u00f3w om iom ami iami ach iach`],
]);
const participles = endings([
	['', 'aj\u0105c \u0105c iejsz sz'],
	['s', 'sz\u0105c'],
]);
