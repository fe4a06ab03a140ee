import {linesOf, type Line} from './markdown-line.ts';
import {
	fencedCode,
	htmlBlock,
	indentedCode,
	type MarkdownPart,
	type OpenBlock,
} from './markdown-open-block.ts';

/**
 * Finds the headings, code blocks and block comments of a Markdown text from `from` on, by the block structure of
 * CommonMark 0.31. Headings within lists, quotes and HTML blocks count as text; quotes are not searched for code.
 */
export function* markdownParts(text: string, from: number): Generator<MarkdownPart> {
	const begin = blockStarts(text);
	let open: OpenBlock | undefined;
	for (const line of linesOf(text, from)) {
		let taken = open?.take(line) ?? 'out';
		if (taken === 'in') continue;
		const ended = open?.close();
		if (ended) yield ended;
		open = undefined;
		if (taken === 'last') continue;
		const begun = begin(line);
		if (begun && 'kind' in begun) yield begun;
		else open = begun;
		taken = open?.takesFirst ? open.take(line) : 'in';
		if (taken === 'in') continue;
		const single = open?.close();
		if (single) yield single;
		open = undefined;
	}
	const last = open?.close();
	if (last) yield last;
}

/** Reads lines outside code and HTML: each may open a block, or be or complete a heading. */
function blockStarts(text: string): (line: Line) => OpenBlock | MarkdownPart | undefined {
	/** The columns at which the content of the list items under way begins. */
	const items: number[] = [];
	/** Where the paragraph under way began; `NESTED` within an item or a quote, where it is no heading. */
	let paragraph = NONE;

	return (line) => {
		if (line.blank) {
			paragraph = NONE;
			return undefined;
		}
		while (line.column < (items.at(-1) ?? 0)) items.pop();
		let {column, content} = line;
		for (;;) {
			const item = items.at(-1) ?? 0;
			if (column - item >= 4)
				return paragraph === NONE ? indentedCode({...line, content}, item + 4) : undefined;
			const heading = items.length > 0 ? undefined : headingAt(text, line, content, paragraph);
			const begun =
				fencedCode(content, column, item) ?? htmlBlock(line, content, paragraph !== NONE) ?? heading;
			if (begun || ATX.test(content) || isRule(content)) {
				paragraph = NONE;
				return begun;
			}
			const quoted = content.startsWith('>');
			const [marker, bullet] = quoted ? [] : (LIST_ITEM.exec(content) ?? []);
			if (
				marker === undefined ||
				bullet === undefined ||
				(paragraph >= 0 && !mayInterrupt(content, bullet))
			) {
				if (quoted || items.length > 0) paragraph = NESTED;
				else if (paragraph === NONE) paragraph = line.start;
				return undefined;
			}
			paragraph = NONE;
			const deep = marker.length - bullet.length > 4;
			items.push(column + (deep || content.length === marker.length ? bullet.length + 1 : marker.length));
			column += marker.length;
			content = content.slice(marker.length);
			if (content === '') return undefined;
		}
	};
}

const NONE = -1;
const NESTED = -2;
const LIST_ITEM = /^([-+*]|\d{1,9}[.)])(?:[ \t]+|$)/;

const ATX = /^#{1,6}(?=[ \t]|$)/;

const mayInterrupt = (content: string, bullet: string): boolean =>
	content.length > bullet.length && /^(?:[-+*]|1[.)])$/.test(bullet);

function headingAt(text: string, line: Line, content: string, paragraph: number): MarkdownPart | undefined {
	const at = {end: line.next, kind: 'heading'} as const;
	const marks = ATX.exec(content)?.[0].length;
	if (marks !== undefined)
		return {...at, level: marks, markdown: withoutClosing(content.slice(marks)), start: line.start};
	if (paragraph < 0 || !isUnderline(content)) return undefined;
	return {
		...at,
		level: content.startsWith('=') ? 1 : 2,
		markdown: text.slice(paragraph, line.start).trim(),
		start: paragraph,
	};
}

function isUnderline(content: string): boolean {
	const bare = content.trimEnd();
	return bare === bare.charAt(0).repeat(bare.length) && /^[=-]/.test(bare);
}

function isRule(content: string): boolean {
	const bare = content.replace(/[ \t]/g, '');
	return bare.length >= 3 && /^[-*_]/.test(bare) && bare === bare.charAt(0).repeat(bare.length);
}

function withoutClosing(heading: string): string {
	const bare = heading.trim();
	let end = bare.length;
	while (bare[end - 1] === '#') end--;
	return end === 0 || /[ \t]/.test(bare.charAt(end - 1)) ? bare.slice(0, end).trimEnd() : bare;
}
