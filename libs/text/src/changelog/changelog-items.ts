import {linesOf} from '../markdown-line.ts';
import type {ChangelogLabel} from './changelog-label.ts';
import {changelogLabel} from './changelog-label.ts';
import {entryTag} from './entry-tag.ts';

/** A list item, a paragraph, or a line that stands for a heading (`**Fixed**`, `Bug fixes:`). */
export interface ChangelogItem {
	readonly kind: 'item' | 'paragraph' | 'heading';
	/** Its first paragraph as Markdown, on one line. */
	readonly text: string;
	/** The kind that the item around it is the heading of; null where that is a change itself, which this one details. */
	readonly inherited?: ChangelogLabel | null;
}

/** The items and paragraphs of a text without headings and code blocks. Items of inner lists are items too. */
export function changelogItems(text: string): ChangelogItem[] {
	const found: ChangelogItem[] = [];
	let open: {readonly kind: 'item' | 'paragraph'; readonly column: number; lines: string[]} | undefined;
	let around: {readonly column: number; readonly label: ChangelogLabel | null | undefined}[] = [];
	let fence: string | undefined;
	const close = (): void => {
		if (!open) return;
		const {kind, column} = open;
		const content = open.lines.join(' ');
		open = undefined;
		if (kind === 'paragraph') {
			const heading = headingOf(content);
			found.push(heading === null ? {kind, text: content} : {kind: 'heading', text: heading});
			return;
		}
		around = around.filter((outer) => outer.column < column);
		const inherited = around.findLast(({label}) => label !== undefined)?.label;
		const {tag, tagged, rest} = entryTag(content);
		const heading = /^\W*$/.test(rest) ? tag : changelogLabel(rest);
		around.push({column, label: heading ?? (tagged ? null : undefined)});
		found.push({kind, text: content, ...(inherited === undefined ? {} : {inherited})});
	};
	for (const {blank, column, content} of linesOf(text, 0)) {
		if (fence !== undefined) {
			if (content.startsWith(fence)) fence = undefined;
			continue;
		}
		fence = FENCE.exec(content)?.[0];
		if (fence !== undefined || blank || DEFINITION.test(content) || RULE.test(content)) {
			close();
			continue;
		}
		const bullet = BULLET.exec(content)?.[0];
		if (bullet !== undefined) {
			close();
			open = {kind: 'item', column, lines: [content.slice(bullet.length).trim()]};
		} else if (open) open.lines.push(content.trim());
		else if (column < 2 && !/^[<>|]/.test(content)) {
			around = [];
			open = {kind: 'paragraph', column, lines: [content.trim()]};
		}
	}
	close();
	return found;
}

const BULLET = /^(?:[-*+\u2022]|\d{1,9}[.)])(?:[ \t]+|$)/;
const FENCE = /^(?:`{3,}(?=[^`]*$)|~{3,})/;
const DEFINITION = /^\[[^\]]{1,200}\]:/;
const RULE = /^(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;

/** What a paragraph says as a heading: all of it bold, or a phrase with a colon, that names a kind of change. */
function headingOf(paragraph: string): string | null {
	const phrase = PHRASE.exec(paragraph.slice(0, 100));
	const text = phrase?.[1] ?? phrase?.[2];
	return text !== undefined && paragraph.length < 100 && changelogLabel(text) !== null ? text : null;
}

const PHRASE = /^(?:(?:\*\*|__)([^*_]{2,60}?):?(?:\*\*|__):?|([\p{L}\p{N}\p{P}\p{S} ]{2,60}):)$/u;
