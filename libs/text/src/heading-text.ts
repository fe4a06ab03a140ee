/**
 * A heading's Markdown as plain text: code spans and links by their text, images and common HTML tags removed.
 * Reads the first 1,000 characters.
 */
export function headingText(markdown: string): string {
	const source =
		markdown.length > LONGEST ? markdown.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '') : markdown;
	const text = source
		.replace(CODE_OR_IMAGE, (_, span?: string) => span ?? '')
		.replace(MARKUP, (whole: string, _: string | undefined, code?: string, linked?: string) => {
			if (whole.startsWith('\\')) return whole.slice(1);
			return code ?? linked ?? '';
		});
	return text.replace(/\s+/g, ' ').trim();
}

const LONGEST = 1000;
const CODE_OR_IMAGE = /((`+)[^`]+\2)|!\[[^\]]*\](?:\([^()]*\)|\[[^\]]*\])/g;
// In order: code span, link, HTML tag, emphasis, escaped punctuation.
const MARKUP =
	/(`+)([^`]+)\1|\[([^[\]]*)\](?:\([^()]*\)|\[[^\]]*\])|<\/?(?:a|b|br|code|em|i|img|kbd|small|span|strong|sub|sup)(?:\s[^<>]*)?\/?>|\*{1,3}|\\[!-/:-@[-`{-~]/gi;
