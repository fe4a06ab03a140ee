import {isBlock, tag} from './html-tags.ts';
import type {HtmlTree} from './html-tree.ts';

/** The text of code as it stands, without the line break that begins it and the white space after it. */
export function codeText({tags, texts, ends}: HtmlTree, node: number, skipped: Uint8Array): string {
	let text = '';
	const blocks: number[] = [];
	const endBlocks = (at: number): void => {
		while (blocks.length > 0 && (blocks.at(-1) ?? 0) <= at) {
			blocks.pop();
			if (text !== '' && !text.endsWith('\n')) text += '\n';
		}
	};
	for (let at = node + 1; at < (ends[node] ?? 0); at++) {
		endBlocks(at);
		if (skipped[at] === 1) {
			at = (ends[at] ?? at + 1) - 1;
			continue;
		}
		const name = tags[at] ?? 1;
		if (name === 0) text += texts[at] ?? '';
		else if (name === BR) text += '\n';
		else if (isBlock(name)) blocks.push(ends[at] ?? at + 1);
	}
	return text
		.replaceAll('\r\n', '\n')
		.replace(/^[^\S\n]*\n/, '')
		.trimEnd();
}

const BR = tag('br');

/** Code between fences that are longer than any in it. */
export function fenced(code: string, language: string): string {
	let most = 2;
	for (const [run] of code.matchAll(/`{3,}/g)) most = Math.max(most, run.length);
	const fence = '`'.repeat(most + 1);
	return `${fence}${language}\n${code}\n${fence}`;
}

/** Code within a line. */
export function inlineCode(code: string): string {
	const text = code.trim();
	if (text === '') return '';
	if (!text.includes('`')) return `\`${text}\``;
	let most = 0;
	for (const [run] of text.matchAll(/`+/g)) most = Math.max(most, run.length);
	const fence = '`'.repeat(most + 1);
	return `${fence} ${text} ${fence}`;
}

/** The language of a block of code, by the names that highlighters give to it, its content or what is around it. */
export function codeLanguage({attributes, parents, tags, ends}: HtmlTree, node: number): string {
	const around = [node, firstElement(node), parents[node] ?? -1, parents[parents[node] ?? -1] ?? -1];
	for (const at of around) {
		const found = attributes[at]?.class;
		const name = found === undefined ? undefined : named.exec(found.slice(0, 300))?.[1]?.toLowerCase();
		if (
			name !== undefined &&
			name !== 'default' &&
			name !== 'text' &&
			name !== 'none' &&
			name !== 'plaintext'
		)
			return name;
	}
	return '';

	function firstElement(from: number): number {
		for (let at = from + 1; at < Math.min(ends[from] ?? 0, from + 4); at++) if (tags[at] !== 0) return at;
		return -1;
	}
}

const named =
	/(?:^|\s)(?:language|lang|highlight-source|highlight|brush:|brush)[-\s]{0,3}([a-z][\w+#-]{0,20})/i;
