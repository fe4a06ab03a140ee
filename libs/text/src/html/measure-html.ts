import {isBlock, isHeading, kindOf, tag, tagKinds} from './html-tags.ts';
import type {HtmlTree} from './html-tree.ts';

/** Figures of every node of a page, without what is in no node that is read. */
export interface HtmlFigures {
	/** Letters and other signs below a node, white space left out; those of East Asian scripts count twice. */
	readonly characters: Float64Array;
	/** How many of them are in links. */
	readonly linked: Float64Array;
	/** How many of them look like running text. */
	readonly good: Float64Array;
	/** How many blocks of running text, of 80 signs or more, are below a node. */
	readonly paragraphs: Int32Array;
	/** Whether an element stands as a block: its own kind, or a block below it. */
	readonly blocks: Uint8Array;
	/** Nodes that are left out, with all below them. */
	readonly skipped: Uint8Array;
}

/** Measures a page, leaving out the nodes that `skipped` marks and all below them. */
export function measureHtml(tree: HtmlTree, skipped: Uint8Array): HtmlFigures {
	const {length, tags, parents, ends, texts} = tree;
	const characters = new Float64Array(length);
	const linked = new Float64Array(length);
	const good = new Float64Array(length);
	const paragraphs = new Int32Array(length);
	const stops = new Float64Array(length);
	const own = new Float64Array(length);
	const ownLinked = new Float64Array(length);
	const blocks = new Uint8Array(length);
	const blockOf = new Int32Array(length);
	const inLink = new Uint8Array(length);
	for (let node = 0; node < length; node++) {
		if ((skipped[node] ?? 0) !== 0) {
			node = (ends[node] ?? node + 1) - 1;
			continue;
		}
		const [name, parent] = [tags[node] ?? 1, parents[node] ?? -1];
		if (name !== 0) {
			const block = isBlock(name);
			blocks[node] = block ? 1 : 0;
			blockOf[node] = block || parent < 0 ? node : (blockOf[parent] ?? 0);
			inLink[node] = name === A || (parent >= 0 && inLink[parent] === 1) ? 1 : 0;
			continue;
		}
		const [count, ended] = countText(texts[node] ?? '');
		const block = blockOf[parent] ?? 0;
		const link = inLink[parent] === 1;
		characters[node] = count;
		own[block] = (own[block] ?? 0) + count;
		stops[block] = (stops[block] ?? 0) + ended;
		if (link) {
			linked[node] = count;
			ownLinked[block] = (ownLinked[block] ?? 0) + count;
		}
	}
	for (let node = length - 1; node > 0; node--) {
		const parent = parents[node] ?? 0;
		if (own[node] !== 0) {
			const running = goodOf(tags[node] ?? 1, own[node] ?? 0, ownLinked[node] ?? 0, stops[node] ?? 0);
			good[node] = (good[node] ?? 0) + running;
			if (running >= 80) paragraphs[node] = (paragraphs[node] ?? 0) + 1;
		}
		paragraphs[parent] = (paragraphs[parent] ?? 0) + (paragraphs[node] ?? 0);
		characters[parent] = (characters[parent] ?? 0) + (characters[node] ?? 0);
		linked[parent] = (linked[parent] ?? 0) + (linked[node] ?? 0);
		good[parent] = (good[parent] ?? 0) + (good[node] ?? 0);
		if (blocks[node] === 1 && (skipped[node] ?? 0) === 0) blocks[parent] = 1;
	}
	return {characters, linked, good, paragraphs, blocks, skipped};
}

const [A, PRE] = [tag('a'), tag('pre')];

/** How much of the text that stands in a block itself is running text. */
function goodOf(name: number, own: number, linked: number, stops: number): number {
	if (linked > own * 0.5) return 0;
	const plain = own - linked;
	if (name === PRE) return plain;
	if (isHeading(name)) return 0;
	if (stops === 0) return own < 60 ? plain * 0.25 : plain * 0.6;
	return own < 30 ? plain * 0.4 : plain;
}

/** The signs of a text and the ends of its sentences and clauses. */
function countText(text: string): readonly [count: number, stops: number] {
	let [count, stops] = [0, 0];
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code <= 32 || code === 0xa0) continue;
		if (code < 0x2e80) {
			count++;
			if (
				code < 64
					? code === 46 || code === 44 || code === 33 || code === 63 || code === 58
					: code === 0x60c || code === 0x6d4 || code === 0x964
			)
				stops++;
		} else {
			count += 2;
			if (code === 0x3001 || code === 0x3002 || code === 0xff0c || code === 0xff01 || code === 0xff1f)
				stops++;
		}
	}
	return [count, stops];
}

/** Marks what is never read: scripts, forms, pictures. */
export function unreadNodes({length, tags, ends}: HtmlTree): Uint8Array {
	const skipped = new Uint8Array(length);
	for (let node = 0; node < length; node++) {
		if ((kindOf(tags[node] ?? 1) & tagKinds.unread) === 0) continue;
		skipped[node] = 1;
		node = (ends[node] ?? node + 1) - 1;
	}
	return skipped;
}
