import {codeSpans} from './code-spans.ts';

/**
 * A heading's Markdown as plain text: code spans and links by their text, images, emphasis and common HTML tags
 * removed. Reads the first 1,000 characters.
 */
export function headingText(markdown: string): string {
	const source = markdown
		.slice(0, LONGEST)
		.replace(/[\ud800-\udbff]$/, '')
		.replaceAll('\0', '');
	const code: string[] = [];
	const parts: string[] = [];
	let from = 0;
	// What is within code must not read as markup, but a link may go around it.
	for (const [start, end] of codeSpans(source)) {
		parts.push(source.slice(from, start), `\0${code.length}\0`);
		code.push(source.slice(start, end).replace(/^`+|`+$/g, ''));
		from = end;
	}
	const masked = [...parts, source.slice(from)].join('');
	const plain = masked
		.replace(IMAGE, '')
		.replace(MARKUP, (whole: string, linked?: string) =>
			whole.startsWith('\\') ? whole.slice(1) : (linked ?? ''),
		);
	const text = plain.replace(/\0(\d+)\0/g, (_, index: string) => code[Number(index)] ?? '');
	return text.replace(/\s+/g, ' ').trim();
}

const LONGEST = 1000;
const IMAGE = /!\[[^\]]*\](?:\([^()]*\)|\[[^\]]*\])/g;
// In order: link, HTML tag, emphasis, escaped punctuation.
const MARKUP =
	/\[([^[\]]*)\](?:\([^()]*\)|\[[^\]]*\])|<\/?(?:a|b|br|code|em|i|img|kbd|small|span|strong|sub|sup)(?:\s[^<>]*)?\/?>|\*{1,3}|\\[!-/:-@[-`{-~]/gi;
