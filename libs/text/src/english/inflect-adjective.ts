/** The comparative or superlative of an English adjective; undefined where it takes `more` and `most`. */
export function inflectAdjective(base: string, degree: 'comparative' | 'superlative'): string | undefined {
	const irregular = irregularDegrees.get(base);
	if (irregular) return irregular[degree === 'comparative' ? 0 : 1];
	const ending = degree === 'comparative' ? 'er' : 'est';
	// Adjectives of one syllable, and those of two in `y`; of others one cannot be sure.
	if (/^[^aeiou]*[aeiou]+[^aeiou]+y$/.test(base)) return `${base.slice(0, -1)}i${ending}`;
	if (!/^[^aeiouy]*[aeiouy]{1,2}[^aeiouy]*e?$/.test(base)) return undefined;
	if (base.endsWith('e')) return `${base}${ending.slice(1)}`;
	if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}i${ending}`;
	return `${base}${/^[^aeiou]*[aeiou][bdgmnpt]$/.test(base) ? (base.at(-1) ?? '') : ''}${ending}`;
}

export const irregularDegrees: ReadonlyMap<string, readonly [comparative: string, superlative: string]> =
	new Map([
		['good', ['better', 'best']],
		['bad', ['worse', 'worst']],
		['far', ['further', 'furthest']],
		['shy', ['shyer', 'shyest']],
		['simple', ['simpler', 'simplest']],
		['gentle', ['gentler', 'gentlest']],
		['clever', ['cleverer', 'cleverest']],
		['narrow', ['narrower', 'narrowest']],
		['quiet', ['quieter', 'quietest']],
		['well', ['better', 'best']],
		['little', ['less', 'least']],
	]);
