import {doublingVerbs, irregularVerbs} from './irregular-verbs.ts';

export type VerbForm = 'base' | 'third' | 'past' | 'participle' | 'gerund';

/**
 * A form of an English verb, given its base: `inflectVerb('carry', 'past')` is `carried`. Of several words the
 * first is inflected.
 */
export function inflectVerb(base: string, form: VerbForm): string {
	const prefix = /^(?:re|co|pre|over|under)-/.exec(base)?.[0];
	if (prefix !== undefined) return prefix + inflectVerb(base.slice(prefix.length), form);
	const space = base.search(/[ _-]/);
	if (space > 0) return inflectVerb(base.slice(0, space), form) + base.slice(space);
	if (form === 'base') return base;
	if (form === 'third') return thirdPerson(base);
	if (form === 'gerund') return gerund(base);
	const irregular = irregularVerbs.get(base);
	if (irregular) return irregular[form === 'past' ? 0 : 1];
	if (base.endsWith('e')) return `${base}d`;
	return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${doubled(base)}ed`;
}

function thirdPerson(base: string): string {
	if (base === 'be') return 'is';
	if (base === 'have') return 'has';
	if (/(?:[sxz]|ch|sh|[^aeiou]o|^go)$/.test(base))
		return `${base}${/[^aeiou]u?[ie]z$/.test(base) ? 'z' : ''}es`;
	return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`;
}

function gerund(base: string): string {
	if (base.endsWith('ie')) return `${base.slice(0, -2)}ying`;
	if (KEEPS_E.test(base)) return `${base}ing`;
	return base.endsWith('e') ? `${base.slice(0, -1)}ing` : `${doubled(base)}ing`;
}

/** `see`, `be`, `dye`, `agree`, `shoe`, `singe`: without its `e` the word would be another. */
const KEEPS_E = /(?:^b|e|y|^sho|^to|^cano|^ho|^sing|^ting|^bing)e$/;

/** A short vowel before one consonant doubles it where the syllable is stressed. */
function doubled(base: string): string {
	const last = base.at(-1) ?? '';
	if (last === 'c' && /[aiou]c$/.test(base)) return `${base}k`;
	return doublingVerbs.has(base) || /^(?:[^aeiouy]*|[^aeiouy]*qu)[aeiouy][bdfgklmnprtvz]$/.test(base)
		? base + last
		: base;
}
