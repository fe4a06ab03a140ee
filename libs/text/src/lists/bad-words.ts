/** Counts the words of a list in texts. */
export type BadWords = (text: string) => number;

/**
 * Makes the search for the words of a list by the rule of datatrove 0.10 (`C4BadWordsFilter`): the text in small letters
 * holds the word, as it is in the list, between characters that are no letter, number or underscore; in `ja`, `th` and
 * `zh`, anywhere. The words that datatrove allows in any language are left out. A place counts once. Linear in the text.
 */
export function badWords(words: readonly string[], language: string): BadWords {
	const parted = !SPACELESS.has(language);
	const root: Node = {next: new Map(), ends: false};
	for (const word of words) if (!ALLOWED.has(word)) add(root, word);
	return (text) => {
		const lower = text.toLowerCase();
		let count = 0;
		for (let at = 0; at < lower.length; at++) {
			if (!root.next.has(lower.charCodeAt(at))) continue;
			if (parted && !isBorder(lower, at, -1)) continue;
			if (holds(root, lower, at, parted)) count++;
		}
		return count;
	};
}

interface Node {
	readonly next: Map<number, Node>;
	ends: boolean;
}

const SPACELESS = new Set(['ja', 'th', 'zh']);
/** The common parts of words that datatrove takes out of the lists for Japanese and Chinese, and of all others too. */
const ALLOWED = new Set(['sm', '\u30b0\u30ed', '\u5973\u306e\u5b50', '\u6027']);
const WORD = /[\p{L}\p{N}_]/u;

function add(root: Node, word: string): void {
	let node = root;
	for (let at = 0; at < word.length; at++) {
		const code = word.charCodeAt(at);
		const next = node.next.get(code) ?? {next: new Map(), ends: false};
		node.next.set(code, next);
		node = next;
	}
	node.ends = true;
}

function holds(root: Node, text: string, from: number, parted: boolean): boolean {
	let at = from;
	for (let node = root.next.get(text.charCodeAt(at)); node; node = node.next.get(text.charCodeAt(at))) {
		at++;
		if (node.ends && (!parted || isBorder(text, at, 1))) return true;
	}
	return false;
}

/** Whether no letter, number or underscore stands before a place, or at it. */
function isBorder(text: string, at: number, side: -1 | 1): boolean {
	if (side === 1) return at >= text.length || !WORD.test(String.fromCodePoint(text.codePointAt(at) ?? 32));
	if (at === 0) return true;
	const low = text.charCodeAt(at - 1);
	const wide = low >= 0xdc00 && low <= 0xdfff && at > 1;
	return !WORD.test(text.slice(at - (wide ? 2 : 1), at));
}
