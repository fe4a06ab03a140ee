/**
 * The indefinite article before an English word, by how it sounds: `an hour`, `a user`, `an SMS`, `a one-off`.
 */
export function indefiniteArticle(word: string): 'a' | 'an' {
	const plain = word.toLowerCase();
	if (/^[A-Z]{2,5}s?$/.test(word)) return /^[AEFHILMNORSX]/.test(word) ? 'an' : 'a';
	if (/^\d/.test(word)) return /^(?:8|11(?!\d)|18(?!\d))/.test(word) ? 'an' : 'a';
	if (/^(?:hono[u]?r|hones|heir|hour(?!i))/.test(plain)) return 'an';
	if (/^(?:eu|ewe|one(?![a-z]{2}.)|once|u(?:ni(?![nm][a-z])|s[aeiu]|ti|bi[qk]|ra|kul|kr)|uu)/.test(plain))
		return 'a';
	return /^[aeiou]/.test(plain) ? 'an' : 'a';
}
