/** A text as Apertium's tools read it, and the way back. */
export interface WireText {
	readonly wire: string;
	/** The translation without marks and stand-ins, and the words that bore a mark. */
	readonly read: (answer: string) => {readonly text: string; readonly unknown: readonly string[]};
}

/**
 * Writes a text for Apertium's tools. What their stream format gives a meaning is replaced by private characters that the text does not
 * hold, which they pass over like any symbol: escaping is not enough, a `^` before the end of a text swallows
 * the end, and a literal `*` would read as the mark of an unknown word. NUL, which ends a text, becomes a space.
 */
export function wireText(text: string): WireText {
	const base = freeBase(text);
	const lead = text.slice(0, text.length - text.trimStart().length);
	const trail = text.slice(Math.max(lead.length, text.trimEnd().length));
	const wire = text
		.trim()
		.replace(SPECIAL, (found) =>
			found === '\0' ? ' ' : String.fromCodePoint(base + SPECIALS.indexOf(found)),
		);
	const standIns = new RegExp(`[${hex(base)}-${hex(base + SPECIALS.length - 1)}]`, 'g');
	const spaced = / {2}/.test(text.trim());
	return {
		wire,
		read: (answer) => {
			const unknown: string[] = [];
			const bare = answer.replace(/\[\]$/, '').replace(MARKED, (_, word: string) => {
				if (word !== '') unknown.push(word);
				return word;
			});
			const plain = bare
				.replace(/[\\[\]{}^$/@<>*#]/g, '')
				.replace(standIns, (found) => SPECIALS.charAt((found.codePointAt(0) ?? base) - base));
			// Words without a translation leave their spaces behind.
			const tidy = (spaced ? plain : plain.replace(/ {2,}/g, ' ')).trim();
			return {text: lead + tidy + trail, unknown};
		},
	};
}

const SPECIALS = '[]{}^$/\\@<>*#+~';
const SPECIAL = /[[\]{}^$/\\@<>*#+~\0]/g;
const MARKED = /[*@#]([\p{L}\p{M}\p{N}_'\u2019-]*)/gu;

/** Where sixteen private characters begin of which the text has none. */
function freeBase(text: string): number {
	let base = 0xe000;
	if (PRIVATE.test(text)) while (base < 0xf8f0 && hasFrom(text, base)) base += 16;
	return base;
}

const PRIVATE = /[\ue000-\uf8ff]/;
const hasFrom = (text: string, base: number): boolean =>
	new RegExp(`[${hex(base)}-${hex(base + 15)}]`).test(text);
const hex = (code: number): string => `\\u${code.toString(16)}`;
