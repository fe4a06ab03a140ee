/** The length of the front matter that a Markdown text opens with, closing line included; 0 where there is none. */
export function frontMatterLength(text: string): number {
	const open = /^\ufeff?(---|\+\+\+)[ \t]*\r?\n(?=[ \t#]*[\w"'-][^\n]*[:=]|\[)/.exec(text);
	if (!open) return 0;
	// A rule followed by prose also opens with dashes: only a closing line makes it front matter.
	const close = open[1] === '---' ? /^(?:---|\.\.\.)[ \t]*\r?$/gm : /^\+\+\+[ \t]*\r?$/gm;
	close.lastIndex = open[0].length;
	const found = close.exec(text);
	if (!found) return 0;
	const end = found.index + found[0].length;
	return text[end] === '\n' ? end + 1 : end;
}
