/**
 * A stemmer that remembers. Words follow Zipf's law: most have been seen a moment ago. It keeps at most twice `words`
 * short words; what it answers never depends on what it keeps.
 */
export function cachedStemmer(stem: (word: string) => string, words = 32_768): (word: string) => string {
	let young = new Map<string, string>();
	let old = new Map<string, string>();
	return (word) => {
		const known = young.get(word);
		if (known !== undefined) return known;
		const found = old.get(word) ?? stem(word);
		if (word.length > LONGEST) return found;
		if (young.size >= words) {
			old = young;
			young = new Map();
		}
		young.set(word, found);
		return found;
	};
}

const LONGEST = 64;
