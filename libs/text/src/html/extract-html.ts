import {htmlMetadata, type HtmlMetadata} from './html-metadata.ts';
import {mainContent} from './main-content.ts';
import {parseHtml} from './parse-html.ts';
import {renderHtml} from './render-html.ts';

export interface ExtractHtmlOptions {
	/** `markdown` (the default) keeps headings, lists, tables and code marked; `text` keeps their lines. */
	readonly format?: 'markdown' | 'text';
	/** `keep` writes the addresses of links, in Markdown. Default `drop`. */
	readonly links?: 'drop' | 'keep';
	/** The address of the page, against which those of links are resolved; its canonical one unless given. */
	readonly url?: string | null;
	/** Less text than so many letters and digits is no main content. Default 25. */
	readonly minCharacters?: number;
	/** A page with more nodes is not read. Default 1,000,000. */
	readonly maxNodes?: number;
}

/** The main content of a page, or why there is none. */
export type ExtractedHtml = (HtmlMetadata & {readonly text: string}) | {readonly drop: HtmlDrop};

export type HtmlDrop = 'no-main-content' | 'page-too-complex';

/**
 * The main content of a web page with its title, date, author, language and canonical address. Menus, advertisements,
 * notices on cookies, lists of links and, where the page is no discussion, comments are left out. Any input gives a
 * verdict in time linear in its length.
 */
export function extractHtml(
	html: string,
	{
		format = 'markdown',
		links = 'drop',
		url = null,
		minCharacters = 25,
		maxNodes = 1_000_000,
	}: ExtractHtmlOptions = {},
): ExtractedHtml {
	const tree = parseHtml(html, {maxNodes});
	if (tree.cut) return {drop: 'page-too-complex'};
	const metadata = htmlMetadata(tree);
	const content = mainContent(tree, metadata.title);
	const text = renderHtml(tree, content, {format, links, base: url ?? metadata.url}).toWellFormed();
	if (letters(text, minCharacters) < minCharacters) return {drop: 'no-main-content'};
	return {...metadata, text};
}

/** How many letters and digits a text has; counting stops at `enough`. */
function letters(text: string, enough: number): number {
	let count = 0;
	for (const _ of text.matchAll(/[\p{L}\p{N}]/gu)) if (++count >= enough) break;
	return count;
}
