/** The mask word of a number: `Zqxaav`, `Zqxabv`, …; after 400 it gets longer. */
export function maskWord(index: number): string {
	let letters = '';
	for (let rest = index; rest > 0 || letters.length < 2; rest = Math.floor(rest / LETTERS.length))
		letters = LETTERS.charAt(rest % LETTERS.length) + letters;
	return `Zqx${letters}v`;
}

/** Whether a word is a mask; an augmenter may move it, but neither changes, repeats nor removes it. */
export const isMaskWord = (word: string): boolean => WHOLE.test(word);

/** The mask words of a text, in order, with their places. */
export const maskWords = (text: string): {readonly mask: string; readonly index: number}[] =>
	Array.from(text.matchAll(WORDS), ({0: mask, index}) => ({mask, index}));

/** What has the beginning of a mask word in any case, whatever surrounds it, in lower case. */
export const looseMasks = (text: string): string[] =>
	(text.match(LOOSE) ?? []).map((found) => found.toLowerCase());

const LETTERS = 'abcdefghiklmnoprstuy';
const BODY = `Zqx[${LETTERS}]{2,6}v`;
const WHOLE = new RegExp(`^${BODY}$`);
// An underscore is a border here: Markdown emphasis may stand around a mask.
const WORDS = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${BODY}(?![\\p{L}\\p{M}\\p{N}])`, 'gu');
const LOOSE = new RegExp(`zqx[${LETTERS}]{0,6}v?`, 'gi');
