/**
 * Spells Latin letters in another script, one for one, so that tables of a script from right to left can be read in
 * the source: `spelling('ab', '\u05d0\u05d1')`. What is not in the first text stays.
 */
export function spelling(latin: string, script: string): (text: string) => string {
	const other = Array.from(script);
	const letters = new Map(Array.from(latin, (letter, index) => [letter, other[index] ?? letter]));
	return (text) => Array.from(text, (letter) => letters.get(letter) ?? letter).join('');
}
