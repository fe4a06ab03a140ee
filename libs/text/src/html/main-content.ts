import {boilerplateSection} from './boilerplate-section.ts';
import {isLabel} from './is-label.ts';
import {isHeading, tag} from './html-tags.ts';
import {textOf, type HtmlTree} from './html-tree.ts';
import {isDataTable} from './render-table.ts';
import {measureHtml, unreadNodes, type HtmlFigures} from './measure-html.ts';
import {skipBoilerplate} from './skip-boilerplate.ts';

/** Where the main content of a page is. */
export interface MainContent {
	/** The element that holds it. */
	readonly root: number;
	/** Nodes that are left out, with all below them. */
	readonly skipped: Uint8Array;
	/** Which elements stand as blocks. */
	readonly blocks: Uint8Array;
	/** A heading outside of the root that is its title, or -1. */
	readonly heading: number;
}

/**
 * Finds the main content of a page: what is boilerplate by its tag, role or name is left out first; then the way leads
 * down from the top as long as one element holds nearly all of the running text; last, lists of links and sections such
 * as "Related articles" are left out of what was found.
 */
export function mainContent(tree: HtmlTree, title: string | null): MainContent {
	const unread = unreadNodes(tree);
	const {skipped} = skipBoilerplate(tree, measureHtml(tree, unread));
	const figures = measureHtml(tree, skipped);
	const root = descend(tree, figures);
	const heading = titleHeading(tree, unread, title);
	skipSections(tree, figures, root, skipped, heading < 0 ? '' : textOf(tree, heading, 300));
	return {
		root,
		skipped,
		blocks: measureHtml(tree, skipped).blocks,
		heading: isShown(tree, root, skipped, heading) ? -1 : heading,
	};
}

const tagSet = (names: string): ReadonlySet<number> => new Set(names.split(' ').map(tag));
const semantic = tagSet('main article');
const kept = tagSet('h1 h2 h3 p ul ol dl table pre blockquote figure details');
const listed = tagSet('ul ol dl table nav');
const lines = tagSet('div td th section center address form');
const [P, LI, TABLE, CODE] = [tag('p'), tag('li'), tag('table'), tag('code')];

/** Goes down to the element that holds the running text, leaving out what stands beside the way. */
function descend(tree: HtmlTree, {good, characters, linked, skipped, blocks}: HtmlFigures): number {
	const {ends, tags} = tree;
	let node = 0;
	let inContent = false;
	for (;;) {
		inContent ||= isContainer(tree, node);
		let [best, articles] = [-1, 0];
		for (let child = node + 1; child < (ends[node] ?? 0); child = ends[child] ?? child + 1) {
			if (skipped[child] === 1 || blocks[child] !== 1) continue;
			if (best === -1 || (good[child] ?? 0) > (good[best] ?? 0)) best = child;
			if (tags[child] === ARTICLE) articles++;
		}
		if (best === -1 || isHeading(tags[best] ?? 1) || (kept.has(tags[best] ?? 1) && tags[best] !== TABLE))
			return node;
		const share = (good[best] ?? 0) / Math.max(1, good[node] ?? 0);
		const named = isContainer(tree, best);
		// Within the content, only what is nearly all of it may stand for it.
		const enough = named && articles < 2 ? 0.55 : inContent ? 0.85 : 0.75;
		if (share < enough) return node;
		for (let child = node + 1; child < (ends[node] ?? 0); child = ends[child] ?? child + 1) {
			if (child === best || skipped[child] === 1) continue;
			if (!belongs(child, named)) skipped[child] = 1;
		}
		if (hasKept(node, best)) return node;
		node = best;
	}

	/** Whether a sibling of the way belongs to the content. */
	function belongs(child: number, beforeContainer: boolean): boolean {
		const all = characters[child] ?? 0;
		if (all === 0 || beforeContainer || (linked[child] ?? 0) > all * 0.3) return false;
		return inContent || kept.has(tags[child] ?? 1);
	}

	function hasKept(parent: number, best: number): boolean {
		for (let child = parent + 1; child < (ends[parent] ?? 0); child = ends[child] ?? child + 1) {
			if (child !== best && skipped[child] !== 1 && tags[child] !== 0 && (characters[child] ?? 0) > 0)
				return true;
		}
		return false;
	}
}

const ARTICLE = tag('article');

/** Whether an element says of itself that it is the main content. */
function isContainer({tags, attributes}: HtmlTree, node: number): boolean {
	if (semantic.has(tags[node] ?? 1)) return true;
	const found = attributes[node];
	if (!found) return false;
	if (found.role === 'main' || found.role === 'article') return true;
	if (found.itemprop !== undefined && /(?:^|\s)(?:articleBody|mainEntity)(?:\s|$)/.test(found.itemprop))
		return true;
	return (
		found.itemtype !== undefined &&
		/(?:Article|BlogPosting|Product|Recipe|QAPage|DiscussionForumPosting|SocialMediaPosting)\/?\s*$/.test(
			found.itemtype,
		)
	);
}

/** Leaves out lists of links, and sections whose heading says that they lead elsewhere. */
function skipSections(
	tree: HtmlTree,
	figures: HtmlFigures,
	root: number,
	skipped: Uint8Array,
	title: string,
): void {
	const {ends, tags, parents} = tree;
	const {characters, linked, good} = figures;
	const total = Math.max(1, good[root] ?? 0);
	for (let node = root + 1; node < (ends[root] ?? 0); node++) {
		if (skipped[node] === 1) {
			node = (ends[node] ?? node + 1) - 1;
			continue;
		}
		const [name, all, links] = [tags[node] ?? 1, characters[node] ?? 0, linked[node] ?? 0];
		const isList =
			listed.has(name) ||
			(figures.blocks[node] === 1 && !isHeading(name) && name !== LI && name !== P && name !== 0);
		const dense = links > all * 0.65 && (good[node] ?? 0) < total * 0.3;
		const alone = name === P && links > all * 0.7 && links > 0 && tags[parents[node] ?? 0] !== LI;
		if (all > 0 && ((isList && dense) || alone || isLabelBlock(node))) {
			skipped[node] = 1;
			node = (ends[node] ?? node + 1) - 1;
			continue;
		}
		// The cells of a table of data are no lines of a page.
		if (name === TABLE && isDataTable({...figures, tree}, node)) {
			node = (ends[node] ?? node + 1) - 1;
			continue;
		}
		if (isHeading(name) && boilerplateSection(textOf(tree, node, 100)) !== undefined) skipSection(node);
	}

	/** Whether a block is a short line without an end, such as a button or a caption of the page makes. */
	function isLabelBlock(node: number): boolean {
		const most = title.length < 12 ? 50 : Math.max(50, title.length + 40);
		if (!lines.has(tags[node] ?? 1) || (characters[node] ?? 0) >= most || (good[node] ?? 0) > total * 0.2)
			return false;
		for (let at = node + 1; at < (ends[node] ?? 0); at++)
			if (skipped[at] !== 1 && (figures.blocks[at] === 1 || tags[at] === CODE)) return false;
		const found = tree.attributes[node]?.class;
		if (found !== undefined && /title|head|lead|intro|summary|abstract/i.test(found)) return false;
		const text = textOf(tree, node, most * 2);
		// The posts of a forum repeat its subject.
		return isLabel(text) || (title.length >= 12 && text.length < most && text.includes(title));
	}

	/** Leaves out a heading and what follows it, up to the next heading of its rank, where that is little or links. */
	function skipSection(heading: number): void {
		const parent = parents[heading] ?? 0;
		let [all, links] = [0, 0];
		const section: number[] = [];
		for (let node = ends[heading] ?? 0; node < (ends[parent] ?? 0); node = ends[node] ?? node + 1) {
			const name = tags[node] ?? 1;
			if (isHeading(name) && name <= (tags[heading] ?? 1)) break;
			if (skipped[node] === 1) continue;
			section.push(node);
			all += good[node] ?? 0;
			links += linked[node] ?? 0;
		}
		const kind = boilerplateSection(textOf(tree, heading, 100));
		if (kind === 'label') {
			skipped[heading] = 1;
			return;
		}
		if (all > total * (kind === 'comments' ? 0.5 : 0.3) && links < all) return;
		for (const node of [heading, ...section]) skipped[node] = 1;
	}
}

/** The heading of the page with which its title begins, or which it holds: the longest; -1 where there is none. */
function titleHeading({ends, tags, ...rest}: HtmlTree, unread: Uint8Array, title: string | null): number {
	let [found, longest] = [-1, 0];
	for (let node = 0; node < rest.length; node++) {
		if (unread[node] === 1) {
			node = (ends[node] ?? node + 1) - 1;
			continue;
		}
		if (tags[node] !== H1 && tags[node] !== H2) continue;
		const text = textOf({ends, tags, ...rest}, node, 300);
		if (text.length > longest && title?.includes(text)) [found, longest] = [node, text.length];
	}
	return found;
}

/** Whether a node is in the content. */
function isShown({ends, parents}: HtmlTree, root: number, skipped: Uint8Array, node: number): boolean {
	if (node < root || node >= (ends[root] ?? 0)) return false;
	for (let at = node; at >= root; at = parents[at] ?? -1) if (skipped[at] === 1) return false;
	return true;
}

const [H1, H2] = [tag('h1'), tag('h2')];
