import type {Line} from './markdown-line.ts';

/** A block of several lines that is being read. */
export interface OpenBlock {
	/** Whether a line belongs to the block, and whether the block goes on after it. */
	take(line: Line): 'in' | 'last' | 'out';
	/** What the block turned out to be. */
	close(): MarkdownPart | undefined;
	/** Whether the line that opens it may also close it, and so is taken too. */
	readonly takesFirst?: true;
}

export type MarkdownPart =
	| {
			readonly kind: 'heading';
			readonly level: number;
			readonly markdown: string;
			readonly start: number;
			readonly end: number;
	  }
	| {readonly kind: 'code'; readonly language?: string; readonly text: string}
	| {readonly kind: 'comment'; readonly start: number; readonly end: number};

/** Opens a fenced code block within a container whose content begins at column `item`. */
export function fencedCode(content: string, column: number, item: number): OpenBlock | undefined {
	const [, fence, info = ''] = /^(`{3,}(?=[^`]*$)|~{3,})[ \t]*([^\s`]*)/.exec(content) ?? [];
	if (fence === undefined) return undefined;
	const lines: string[] = [];
	return {
		take(line) {
			if (!line.blank && line.column < item) return 'out';
			if (line.column - item < 4 && closes(line.content, fence)) return 'last';
			lines.push(withoutIndent(line, column));
			return 'in';
		},
		close: () => ({kind: 'code', ...(info === '' ? {} : {language: info}), text: lines.join('\n')}),
	};
}

/** Opens an indented code block whose lines begin at `column` or beyond. */
export function indentedCode(first: Line, column: number): OpenBlock {
	const lines = [withoutIndent(first, column)];
	let blanks: string[] = [];
	return {
		take(line) {
			if (line.blank) {
				blanks.push('');
				return 'in';
			}
			if (line.column < column) return 'out';
			lines.push(...blanks, withoutIndent(line, column));
			blanks = [];
			return 'in';
		},
		close: () => ({kind: 'code', text: lines.join('\n')}),
	};
}

/** Opens an HTML block, which no Markdown is read in; `line` is its first line. */
export function htmlBlock(line: Line, content: string, inParagraph: boolean): OpenBlock | undefined {
	const kind = HTML_BLOCKS.find(({begin, alone}) => !(alone && inParagraph) && begin.test(content));
	if (!kind) return undefined;
	const start = line.start + line.text.length - content.length;
	const comment = content.startsWith('<!--');
	let end = 0;
	let skip = comment ? start - line.start + 4 : 0;
	return {
		takesFirst: true,
		take(later) {
			if (!kind.end) return later.blank ? 'out' : 'in';
			const found = later.text.slice(skip).search(kind.end);
			end = later.start + (found < 0 ? later.text.length : skip + found + 3);
			skip = 0;
			return found < 0 ? 'in' : 'last';
		},
		close: () => (comment ? {kind: 'comment', start, end} : undefined),
	};
}

/** The seven kinds of HTML block of CommonMark 0.31, the two of declarations left out; without an end they run to a blank line. */
const HTML_BLOCKS: readonly {readonly begin: RegExp; readonly end?: RegExp; readonly alone?: true}[] = [
	{begin: /^<(?:pre|script|style|textarea)(?=[\s>]|$)/i, end: /<\/(?:pre|script|style|textarea)>/i},
	{begin: /^<!--/, end: /-->/},
	{begin: /^<\?/, end: /\?>/},
	{
		begin:
			/^<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?=\s|\/?>|$)/i,
	},
	{begin: /^<\/?[a-z][a-z\d-]*(?:\s[^<>]*)?>[ \t]*$/i, alone: true},
];

function closes(content: string, fence: string): boolean {
	const bare = content.trimEnd();
	return bare.length >= fence.length && bare === fence.charAt(0).repeat(bare.length);
}

/** Removes columns of white space from the front of a line. A tab that reaches beyond them leaves spaces for the rest. */
function withoutIndent({text, content}: Line, columns: number): string {
	let [column, index] = [0, 0];
	for (; column < columns && index < text.length - content.length; index++) {
		column += text[index] === '\t' ? 4 - (column % 4) : 1;
	}
	return ' '.repeat(Math.max(0, column - columns)) + text.slice(index);
}
