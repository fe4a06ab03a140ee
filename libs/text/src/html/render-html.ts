import {codeLanguage, codeText, fenced, inlineCode} from './render-code.ts';
import {isHeading, kindOf, tag, tagKinds} from './html-tags.ts';
import {isLabel} from './is-label.ts';
import {textOf, type HtmlTree} from './html-tree.ts';
import type {MainContent} from './main-content.ts';
import {isDataTable, renderTable} from './render-table.ts';

/** How the main content is written. */
export interface RenderOptions {
	readonly format: 'markdown' | 'text';
	/** `keep` writes links with their addresses. */
	readonly links: 'drop' | 'keep';
	/** The address that those of links are relative to. */
	readonly base: string | null;
}

/** Writes the main content of a page as Markdown or plain text. */
export function renderHtml(tree: HtmlTree, content: MainContent, options: RenderOptions): string {
	const {tags, ends, attributes, texts, parents} = tree;
	const {skipped, blocks} = content;
	const markdown = options.format === 'markdown';
	const cells = {inline: (node: number) => inlineOf(node + 1, ends[node] ?? 0), ...content, tree};

	const parts = isContainer(content.root) ? blocksOf(content.root) : blockOf(content.root);
	const body = parts.join('\n\n');
	if (content.heading < 0) return body;
	const heading = textOf(tree, content.heading, 300);
	const first = parts.slice(0, 3).some((part) => part.includes(heading));
	return first ? body : [markdown ? `# ${heading}` : heading, ...parts].join('\n\n');

	/** The blocks within an element; text between them makes paragraphs. */
	function blocksOf(parent: number): string[] {
		const found: string[] = [];
		const end = ends[parent] ?? 0;
		let from = parent + 1;
		const between = lines.has(tags[parent] ?? 1);
		const flush = (to: number): void => {
			const text = inlineOf(from, to);
			const isWhole = from === parent + 1 && to === end;
			if (text !== '' && (isWhole || !between || !isLabel(text))) found.push(paragraph(text));
		};
		for (let node = parent + 1; node < end; node = ends[node] ?? node + 1) {
			if (blocks[node] !== 1 || skipped[node] === 1) continue;
			flush(node);
			from = ends[node] ?? node + 1;
			for (const block of blockOf(node)) found.push(block);
		}
		flush(end);
		return found;
	}

	function blockOf(node: number): string[] {
		const name = tags[node] ?? 1;
		if (isHeading(name)) {
			const text = inlineOf(node + 1, ends[node] ?? 0).replaceAll('\n', ' ');
			if (text === '') return [];
			return [markdown ? `${'#'.repeat(name - tag('h1') + 1)} ${text}` : text];
		}
		if (name === PRE) {
			const code = codeText(tree, node, skipped);
			if (code.trim() === '') return [];
			return [markdown ? fenced(code, codeLanguage(tree, node)) : code];
		}
		if (name === UL || name === OL || name === MENU) return listOf(node, name === OL);
		if (name === BLOCKQUOTE) {
			const text = blocksOf(node).join('\n\n');
			if (text === '') return [];
			return [markdown ? text.replace(/^/gm, '> ').replace(/^> $/gm, '>') : text];
		}
		if (name === TABLE && isDataTable(cells, node)) {
			const table = renderTable(cells, node, markdown);
			return table === '' ? [] : [table];
		}
		if (name === DT && markdown) {
			const text = blocksOf(node).join(' ');
			return text === '' ? [] : [text];
		}
		return blocksOf(node);
	}

	function isContainer(node: number): boolean {
		const name = tags[node] ?? 1;
		return (
			name !== PRE && name !== UL && name !== OL && name !== TABLE && name !== BLOCKQUOTE && !isHeading(name)
		);
	}

	function listOf(node: number, ordered: boolean): string[] {
		const items: string[] = [];
		const given = Number(attributes[node]?.start ?? 1);
		let number = Number.isSafeInteger(given) && given >= 0 ? given : 1;
		let loose = false;
		for (let child = node + 1; child < (ends[node] ?? 0); child = ends[child] ?? child + 1) {
			if (skipped[child] === 1) continue;
			const inner = tags[child] === 0 ? [paragraph(inlineOf(child, child + 1))] : blockOf(child);
			const filled = inner.filter((part) => part !== '');
			if (filled.length === 0) continue;
			if (filled.length > 1 && !filled.slice(1).every((part) => /^(?:[-*]|\d+\.) /.test(part))) loose = true;
			const mark = ordered && markdown ? `${number++}. ` : '- ';
			const text = filled.join(loose ? '\n\n' : '\n');
			items.push(mark + text.replaceAll('\n', `\n${' '.repeat(mark.length)}`).replace(/^ +$/gm, ''));
		}
		return items.length === 0 ? [] : [items.join(loose ? '\n\n' : '\n')];
	}

	/** The text of a run of nodes on one line, but for line breaks that are meant. */
	function inlineOf(from: number, to: number): string {
		let text = '';
		for (let node = from; node < to; node++) {
			if (skipped[node] === 1) {
				node = (ends[node] ?? node + 1) - 1;
				continue;
			}
			const name = tags[node] ?? 1;
			if (name === 0) text += (texts[node] ?? '').replace(/\s+/g, ' ');
			else if (name === BR) text += '\n';
			else if (name === CODE || name === KBD || name === SAMP || name === TT) {
				if (tags[parents[node] ?? 0] !== PRE && markdown) {
					text += inlineCode(codeText(tree, node, skipped).replace(/\s+/g, ' '));
					node = (ends[node] ?? node + 1) - 1;
				}
			} else if (name === A) {
				const end = ends[node] ?? node + 1;
				const inner = inlineOf(node + 1, end);
				if (!isAnchorSign(inner)) text += linkOf(node, inner, leading(node + 1, end));
				node = end - 1;
			} else if ((kindOf(name) & tagKinds.block) !== 0) text += '\n';
		}
		return tidy(text);
	}

	/** Whether the text in a link begins or ends with white space, which stands outside of it. */
	function leading(from: number, to: number): readonly [before: string, after: string] {
		const first = texts[from] ?? '';
		const last = texts[to - 1] ?? '';
		return [/^\s/.test(first) ? ' ' : '', /\s$/.test(last) ? ' ' : ''];
	}

	function linkOf(node: number, inner: string, [before, after]: readonly [string, string]): string {
		const href = attributes[node]?.href;
		const address =
			options.links === 'keep' && markdown && href !== undefined ? resolved(href, options.base) : null;
		const shown = address === null || inner === '' ? inner : `[${inner.replaceAll(']', '\\]')}](${address})`;
		return before + shown + after;
	}

	/** A paragraph whose first characters cannot be taken for something else. */
	function paragraph(text: string): string {
		if (!markdown || text === '') return text;
		return text.replace(/^(?=(?:#{1,6}|[-+*>]|\d{1,9}[.)]|`{3,}|~{3,})(?:\s|$))(\d*)/gm, '$1\\');
	}
}

const [PRE, UL, OL, MENU, BLOCKQUOTE, TABLE, DT, BR, CODE, KBD, SAMP, TT, A] = [
	'pre',
	'ul',
	'ol',
	'menu',
	'blockquote',
	'table',
	'dt',
	'br',
	'code',
	'kbd',
	'samp',
	'tt',
	'a',
].map(tag);

/** Elements in which a short line between blocks belongs to the page and not to the text. */
const lines: ReadonlySet<number> = new Set(
	['body', 'main', 'article', 'section', 'header', 'div', 'td', 'th', 'center', 'form', 'address'].map(tag),
);

/** Signs by which headings link to themselves. */
const isAnchorSign = (text: string): boolean => text.length < 4 && /^[#¶§🔗\u200b\ufeff\s]*$/u.test(text);

const tidy = (text: string): string =>
	text
		.replace(/[\u200b\ufeff]/g, '')
		.replace(/[^\S\n]+/g, ' ')
		.replace(/ ?\n ?/g, '\n')
		.replace(/\n{2,}/g, '\n')
		.trim();

function resolved(href: string, base: string | null): string | null {
	if (href.startsWith('#') || /^\s*(?:javascript|data|vbscript):/i.test(href)) return null;
	const url = URL.parse(href.slice(0, 2000), base ?? undefined);
	const address = url ? url.href : href.slice(0, 2000).replace(/\s/g, '%20');
	return address.replaceAll('(', '%28').replaceAll(')', '%29');
}
