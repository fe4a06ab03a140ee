/** The fenced code blocks of a text, an unclosed one to its end. Source: CommonMark 0.31, section 4.5. */
export function fenceSpans(text: string): {start: number; end: number}[] {
	const spans: {start: number; end: number}[] = [];
	let open: {readonly start: number; readonly mark: string} | undefined;
	for (const {1: mark = '', index} of text.matchAll(/^ {0,3}(`{3,}|~{3,})/gm)) {
		const lineEnd = endOfLine(text, index);
		const rest = text.slice(index, lineEnd).trimStart().slice(mark.length);
		if (!open) {
			if (!(mark.startsWith('`') && rest.includes('`'))) open = {start: index, mark};
		} else if (mark.startsWith(open.mark) && rest.trim() === '') {
			spans.push({start: open.start, end: lineEnd});
			open = undefined;
		}
	}
	if (open) spans.push({start: open.start, end: text.length});
	return spans;
}

function endOfLine(text: string, from: number): number {
	const end = text.indexOf('\n', from);
	return end < 0 ? text.length : end;
}
