/** Whether the character at a place of a word is one of a set; false outside of the word. */
export type Letters = (word: string, at: number) => boolean;

/** A set of characters. */
export function letters(characters: string): Letters {
	const codes = Array.from(characters, (character) => character.charCodeAt(0));
	const table = new Uint8Array(Math.max(...codes) + 1);
	for (const code of codes) table[code] = 1;
	return (word, at) => table[word.charCodeAt(at)] === 1;
}

/** Whether there is a character at a place of a word, and it is not one of a set. */
export const isOther = (word: string, at: number, set: Letters): boolean =>
	at >= 0 && at < word.length && !set(word, at);

/** The place after the first character of a set, from a place on; -1 where there is none. */
export function past(word: string, from: number, set: Letters): number {
	for (let at = from; at < word.length; at++) if (set(word, at)) return at + 1;
	return -1;
}

/** The place after the first character that is not of a set, from a place on; -1 where there is none. */
export function pastOther(word: string, from: number, set: Letters): number {
	for (let at = from; at < word.length; at++) if (!set(word, at)) return at + 1;
	return -1;
}

/** Whether one of a set is among the first characters. */
export function hasBefore(word: string, end: number, set: Letters): boolean {
	for (let at = 0; at < end; at++) if (set(word, at)) return true;
	return false;
}
