/**
 * A stemmer that counts every character as one. Characters beyond the basic plane, two units of UTF-16 each, are shown
 * to it as private ones that the word does not have, and put back. A word with thousands of different ones is kept.
 */
export function overBasicPlane(stem: (word: string) => string): (word: string) => string {
	return (word) => (SURROGATE.test(word) ? stemmed(word, stem) : stem(word));
}

const SURROGATE = /[\ud800-\udfff]/;
const FIRST_PRIVATE = 0xe000;
const LAST_PRIVATE = 0xf8ff;

function stemmed(word: string, stem: (word: string) => string): string {
	const taken = new Set(word);
	const shown = new Map<string, string>();
	let code = FIRST_PRIVATE;
	for (const character of taken) {
		if (character.length === 1) continue;
		while (taken.has(String.fromCharCode(code))) code++;
		if (code > LAST_PRIVATE) return word;
		shown.set(character, String.fromCharCode(code++));
	}
	const back = new Map(Array.from(shown, ([character, mark]) => [mark, character]));
	const stemOf = stem(Array.from(word, (character) => shown.get(character) ?? character).join(''));
	return Array.from(stemOf, (character) => back.get(character) ?? character).join('');
}
