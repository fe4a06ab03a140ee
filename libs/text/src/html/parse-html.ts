import {QuoteType, Tokenizer, type TokenizerCallbacks} from 'htmlparser2';
import {attributeNames, type AttributeName, type HtmlTree} from './html-tree.ts';
import {isBlock, isHeading, kindOf, tag, tagKinds, tagOf} from './html-tags.ts';

/**
 * Parses HTML, however broken, to a light tree. End tags that were left out are supplied as browsers do, what is nested
 * deeper than `maxDepth` becomes a sibling, and reading stops at `maxNodes`. The work is linear in the length of the page.
 */
export function parseHtml(html: string, {maxNodes = 1_000_000, maxDepth = 400} = {}): HtmlTree {
	const tree: Building = {tags: [], parents: [], ends: [], texts: [], attributes: [], data: [], cut: false};
	const stack = openElements(tree, maxDepth);
	let [text, name, attribute, value] = ['', 1, '', ''];
	let attributes: Partial<Record<AttributeName, string>> | null = null;
	let script: string | undefined;

	const flush = (): void => {
		if (text === '') return;
		const found = text;
		text = '';
		if (script !== undefined) return;
		if (tree.tags.length >= maxNodes) {
			stop();
			return;
		}
		stack.add(0, found);
	};
	const stop = (): void => {
		tree.cut = true;
		tokenizer.pause();
	};
	const open = (selfClosing: boolean): void => {
		const kind = kindOf(name);
		if (tree.tags.length >= maxNodes) {
			stop();
			return;
		}
		stack.imply(name);
		stack.push(
			name,
			attributes,
			(kind & tagKinds.void) !== 0 || (selfClosing && (kind & tagKinds.unread) !== 0),
		);
		if (name === SCRIPT || name === STYLE) script = '';
	};
	const callbacks: TokenizerCallbacks = {
		onattribdata: (start, end) => void (value += attribute === '' ? '' : html.slice(start, end)),
		onattribentity: (codepoint) => void (value += attribute === '' ? '' : String.fromCodePoint(codepoint)),
		onattribend(quote) {
			if (!isKnown(attribute)) return;
			attributes ??= {};
			attributes[attribute] ??= quote === QuoteType.NoValue ? '' : value;
		},
		onattribname(start, end) {
			attribute = end - start > 10 ? '' : html.slice(start, end).toLowerCase();
			if (!known.has(attribute)) attribute = '';
			value = '';
		},
		oncdata: (start, end, offset) => void (text += html.slice(start, end - offset)),
		onclosetag(start, end) {
			const closed = end - start > 20 ? 1 : tagOf(html.slice(start, end));
			if (script !== undefined) {
				const last = tree.attributes.at(-1);
				if (last?.type?.toLowerCase().includes('ld+json') && tree.data.length < 50) tree.data.push(script);
				script = undefined;
			}
			flush();
			if (closed === BR) stack.push(BR, null, true);
			else stack.close(closed);
		},
		oncomment: () => undefined,
		ondeclaration: () => undefined,
		onprocessinginstruction: () => undefined,
		onopentagname(start, end) {
			flush();
			name = end - start > 20 ? 1 : tagOf(html.slice(start, end));
			attributes = null;
		},
		onopentagend: () => {
			open(false);
		},
		onselfclosingtag: () => {
			open(true);
		},
		ontext(start, end) {
			if (script === undefined) text += html.slice(start, end);
			else if (script.length < MOST_DATA) script += html.slice(start, Math.min(end, start + MOST_DATA));
		},
		ontextentity(codepoint) {
			if (script === undefined) text += String.fromCodePoint(codepoint);
		},
		onend: flush,
	};
	const tokenizer = new Tokenizer({xmlMode: false, decodeEntities: true}, callbacks);
	stack.push(HTML, null, false);
	tokenizer.write(html);
	tokenizer.end();
	stack.end();
	return {...tree, length: tree.tags.length};
}

const MOST_DATA = 200_000;
const [BR, SCRIPT, STYLE, HTML, P] = [tag('br'), tag('script'), tag('style'), tag('html'), tag('p')];
/** How far up an element is looked for whose end tag was left out; further up, browsers would, and nobody writes so. */
const REACH = 24;
const MOST_LOOKUPS = 5_000_000;

const known: ReadonlySet<string> = new Set(attributeNames);
const isKnown = (name: string): name is AttributeName => known.has(name);

interface Building {
	readonly tags: number[];
	readonly parents: number[];
	readonly ends: number[];
	readonly texts: string[];
	readonly attributes: HtmlTree['attributes'][number][];
	readonly data: string[];
	cut: boolean;
}

/** For a tag that opens: the elements that it ends, and those beyond which they are not looked for. */
const implied = new Map<number, {readonly ends: ReadonlySet<number>; readonly within: ReadonlySet<number>}>();
const imply = (opening: string, ends: string, within: string): void => {
	const numbers = (names: string): ReadonlySet<number> => new Set(names.split(' ').map(tag));
	for (const number of numbers(opening)) implied.set(number, {ends: numbers(ends), within: numbers(within)});
};
imply('li', 'li', 'ul ol menu');
imply('dt dd', 'dt dd', 'dl');
imply('tr', 'tr', 'table tbody thead tfoot');
imply('td th', 'td th', 'tr table');
imply('tbody thead tfoot', 'tbody thead tfoot', 'table');
imply('option optgroup', 'option', 'select');
imply('body', 'head', 'html');

/** The elements that are open, and the rules by which they end. */
function openElements(tree: Building, maxDepth: number) {
	const stack: number[] = [];
	const open = new Int32Array(256);
	const flat = new Int32Array(256);
	let lookups = 0;
	const nameAt = (depth: number): number => tree.tags[stack[depth] ?? 0] ?? 1;
	const add = (name: number, text: string, attributes: Building['attributes'][number] = null): number => {
		const node = tree.tags.length;
		tree.tags.push(name);
		tree.parents.push(stack.at(-1) ?? -1);
		tree.ends.push(node + 1);
		tree.texts.push(text);
		tree.attributes.push(attributes);
		return node;
	};
	const popTo = (depth: number): void => {
		while (stack.length > depth) {
			const node = stack.pop() ?? 0;
			tree.ends[node] = tree.tags.length;
			const name = tree.tags[node] ?? 1;
			open[name] = (open[name] ?? 0) - 1;
		}
	};
	return {
		add,
		push(name: number, attributes: Building['attributes'][number], empty: boolean): void {
			const node = add(name, '', attributes);
			if (empty) return;
			if (stack.length >= maxDepth) {
				flat[name] = (flat[name] ?? 0) + 1;
				return;
			}
			stack.push(node);
			open[name] = (open[name] ?? 0) + 1;
		},
		/** Ends what an opening tag ends without saying so. */
		imply(name: number): void {
			const rule = implied.get(name);
			if (rule) {
				for (let depth = stack.length - 1; depth > Math.max(0, stack.length - REACH); depth--) {
					const at = nameAt(depth);
					if (rule.ends.has(at)) {
						popTo(depth);
						return;
					}
					if (rule.within.has(at)) break;
				}
			}
			if ((open[P] ?? 0) === 0 || !isBlock(name)) return;
			for (let depth = stack.length - 1; depth > Math.max(0, stack.length - REACH); depth--) {
				const at = nameAt(depth);
				if (at === P || (isHeading(at) && isHeading(name))) {
					popTo(depth);
					return;
				}
				if (isBlock(at)) return;
			}
		},
		close(name: number): void {
			if ((flat[name] ?? 0) > 0) {
				flat[name] = (flat[name] ?? 0) - 1;
				return;
			}
			if ((open[name] ?? 0) === 0) return;
			const block = isBlock(name);
			// A page that makes every end tag look far back is not worth it.
			const last = block && lookups < MOST_LOOKUPS ? 0 : Math.max(0, stack.length - REACH);
			for (let depth = stack.length - 1; depth > last; depth--) {
				lookups++;
				const at = nameAt(depth);
				if (at === name) {
					popTo(depth);
					return;
				}
				// The end of a phrase ends no block, and the end of a block no table cell around it.
				if (block ? isTable(at) && !isTable(name) : isBlock(at)) return;
			}
		},
		end: (): void => {
			popTo(0);
		},
	};
}

const tables: ReadonlySet<number> = new Set(['td', 'th', 'tr', 'table', 'tbody', 'thead', 'tfoot'].map(tag));
const isTable = (name: number): boolean => tables.has(name);
