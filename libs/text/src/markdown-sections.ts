import {frontMatterLength} from './front-matter.ts';
import {headingText} from './heading-text.ts';
import {markdownParts} from './markdown-parts.ts';

/** The text under one heading, up to the next. */
export interface MarkdownSection {
	/** Headings from the outermost to this section's own, as plain text; empty before the first heading. */
	readonly path: readonly string[];
	/** Level of its heading, 1 to 6; 0 before the first. */
	readonly level: number;
	/** The heading's lines as they stand in the source. */
	readonly heading: string;
	/** The lines below it as they stand in the source, code whole. */
	readonly text: string;
	/** Its code blocks, fenced and indented. */
	readonly code: readonly CodeBlock[];
}

export interface CodeBlock {
	/** First word after the fence, where there is one. */
	readonly language?: string;
	/** Its lines without the indentation of the block. */
	readonly text: string;
}

export interface MarkdownSectionsOptions {
	/** Headings below this level do not cut; 6 unless given. */
	readonly depth?: number;
	/** `drop` leaves out comments that begin a line; they are kept unless asked. */
	readonly comments?: 'keep' | 'drop';
}

/**
 * Cuts Markdown at its headings (ATX and setext, as CommonMark reads them): what looks like one within code, HTML, a
 * comment, a list or a quote does not count. Front matter is left out. Headings and texts of all sections, joined,
 * give the rest of the source back, but for dropped comments. There is always at least one section.
 */
export function markdownSections(
	text: string,
	{depth = 6, comments = 'keep'}: MarkdownSectionsOptions = {},
): readonly MarkdownSection[] {
	const from = frontMatterLength(text);
	const sections: MarkdownSection[] = [];
	let path: readonly {readonly level: number; readonly name: string}[] = [];
	let [level, start, bodyStart] = [0, from, from];
	let code: CodeBlock[] = [];
	let gaps: {readonly start: number; readonly end: number}[] = [];

	const finish = (end: number): void => {
		if (level === 0 && start === end && end < text.length) return;
		const names = path.map(({name}) => name);
		sections.push({
			path: names,
			level,
			heading: text.slice(start, bodyStart),
			text: without(text, bodyStart, end, gaps),
			code,
		});
	};
	for (const part of markdownParts(text, from)) {
		if (part.kind === 'code')
			code.push(part.language === undefined ? {text: part.text} : {language: part.language, text: part.text});
		else if (part.kind === 'comment') {
			if (comments === 'drop') gaps.push(part);
		} else if (part.level <= depth) {
			finish(part.start);
			path = [
				...path.filter((above) => above.level < part.level),
				{level: part.level, name: headingText(part.markdown)},
			];
			[level, start, bodyStart, code, gaps] = [part.level, part.start, part.end, [], []];
		}
	}
	finish(text.length);
	return sections;
}

function without(
	text: string,
	start: number,
	end: number,
	gaps: readonly {readonly start: number; readonly end: number}[],
): string {
	const kept: string[] = [];
	let from = start;
	for (const gap of gaps) {
		kept.push(text.slice(from, gap.start));
		from = gap.end;
	}
	return [...kept, text.slice(from, end)].join('');
}
