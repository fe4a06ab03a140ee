/** Cuts words after what French, Italian and Catalan elide before a vowel: `l'eau` is `l'` and `eau`; other languages stay. */
export function elidedWords(words: string[], language: string): string[] {
	const elided = prefixes.get(language);
	if (!elided) return words;
	return words.flatMap((word) => {
		const at = word.search(/['\u2019]/);
		if (at < 0 || at === word.length - 1 || !elided.has(word.slice(0, at).toLowerCase())) return word;
		return [word.slice(0, at + 1), word.slice(at + 1)];
	});
}

const prefixes: ReadonlyMap<string, ReadonlySet<string>> = new Map(
	Object.entries({
		fr: 'l d j m t s n c qu jusqu lorsqu puisqu quoiqu',
		it: 'l un d c m t s v n all dall dell nell sull coll quell quest bell sant tutt anch',
		ca: 'l d m n s t',
	}).map(([language, words]) => [language, new Set(words.split(' '))]),
);
