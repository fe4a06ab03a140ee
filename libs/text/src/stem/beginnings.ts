/** The longest of some texts that stands at a place of a word; undefined where none does. */
export function beginnings(texts: readonly string[]): (word: string, at?: number) => string | undefined {
	const byFirst = new Map<number, string[]>();
	for (const text of texts.toSorted((a, b) => b.length - a.length)) {
		const code = text.charCodeAt(0);
		byFirst.set(code, [...(byFirst.get(code) ?? []), text]);
	}
	return (word, at = 0) => byFirst.get(word.charCodeAt(at))?.find((text) => word.startsWith(text, at));
}
