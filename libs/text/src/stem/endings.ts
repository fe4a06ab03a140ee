/** An ending of a word, and the key of its group. */
export interface Ending<Key extends string> {
	readonly key: Key;
	readonly text: string;
}

/**
 * The longest listed ending of a word, or of its part before `end`, that begins at `from` or later; `accept` may refuse
 * it for a shorter one.
 */
export type Endings<Key extends string> = (
	word: string,
	from?: number,
	accept?: ((ending: Ending<Key>, start: number) => boolean) | null,
	end?: number,
) => Ending<Key> | undefined;

/**
 * Looks for endings: groups of a key and its endings, with spaces between. By convention the key is what replaces
 * the ending (nothing, where it is empty), and a key with a question mark means that code decides.
 */
export function endings<const Key extends string>(groups: readonly (readonly [Key, string])[]): Endings<Key> {
	// Made when first asked for: few of the algorithms are ever used in one run.
	let root: Node<Key> | undefined;
	return (word, from = 0, accept = null, end = word.length) => {
		let found: Ending<Key> | undefined;
		let at: Node<Key> | undefined = (root ??= rootOf(groups));
		for (let start = end - 1; start >= from; start--) {
			at = at.next.get(word.charCodeAt(start));
			if (at === undefined) break;
			if (at.ending !== undefined && (accept === null || accept(at.ending, start))) found = at.ending;
		}
		return found;
	};
}

/** The entries of a text with white space between them. */
export const listed = (texts: string): string[] => texts.split(/\s+/).filter((text) => text !== '');

/** A word with something else for its ending. */
export const replaced = (word: string, ending: Ending<string>, by: string): string =>
	word.slice(0, word.length - ending.text.length) + by;

/** A word without its last characters. */
export const cut = (word: string, characters: number): string => word.slice(0, word.length - characters);

interface Node<Key extends string> {
	readonly next: Map<number, Node<Key>>;
	ending: Ending<Key> | undefined;
}

const node = <Key extends string>(): Node<Key> => ({next: new Map<number, Node<Key>>(), ending: undefined});

function rootOf<Key extends string>(groups: readonly (readonly [Key, string])[]): Node<Key> {
	const root = node<Key>();
	for (const [key, texts] of groups) for (const text of listed(texts)) enter(root, {key, text});
	return root;
}

function enter<Key extends string>(root: Node<Key>, ending: Ending<Key>): void {
	let at = root;
	for (let index = ending.text.length - 1; index >= 0; index--) {
		const code = ending.text.charCodeAt(index);
		const next = at.next.get(code) ?? node<Key>();
		at.next.set(code, next);
		at = next;
	}
	at.ending = ending;
}
