/**
 * A page as arrays, one entry a node in document order, which makes a subtree a range: node `n` holds the nodes from
 * `n + 1` to `ends[n]`, that one left out.
 */
export interface HtmlTree {
	readonly length: number;
	/** The number of the tag; 0 for text. */
	readonly tags: readonly number[];
	/** -1 for the root. */
	readonly parents: readonly number[];
	readonly ends: readonly number[];
	/** The text of a text node with its character references decoded; empty for an element. */
	readonly texts: readonly string[];
	readonly attributes: readonly (Attributes | null)[];
	/** JSON-LD scripts, in order. */
	readonly data: readonly string[];
	/** Whether the page holds more nodes than were asked for; the rest was not read. */
	readonly cut: boolean;
}

/** The attributes of an element that say something of its text. */
export type Attributes = Readonly<Partial<Record<AttributeName, string>>>;

export const attributeNames = [
	'alt',
	'aria-hidden',
	'charset',
	'class',
	'content',
	'datetime',
	'hidden',
	'href',
	'http-equiv',
	'id',
	'itemprop',
	'itemtype',
	'lang',
	'name',
	'property',
	'rel',
	'role',
	'start',
	'style',
	'type',
	'xml:lang',
] as const;

export type AttributeName = (typeof attributeNames)[number];

/** The text below a node, white space collapsed. */
export function textOf({texts, ends}: HtmlTree, node: number, most = 500): string {
	let text = '';
	const end = Math.min(ends[node] ?? 0, node + most * 4);
	for (let at = node; at < end && text.length < most * 4; at++) text += texts[at] ?? '';
	return text.replace(/\s+/g, ' ').trim().slice(0, most);
}
