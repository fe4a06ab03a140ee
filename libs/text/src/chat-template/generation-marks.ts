/** What stands in a rendered text where `{% generation %}` began and ended: noncharacters, which Unicode keeps for inner use. */
export const generationStart = '\ufdd0';
export const generationEnd = '\ufdd1';

const tags = /\{%(-|\+)?\s*(end)?generation\s*(-|\+)?%\}/g;

/** Whether a template says itself which text the assistant generates. */
export const marksGeneration = (template: string): boolean => template.search(tags) >= 0;

/**
 * Puts marks in place of `{% generation %}` and `{% endgeneration %}`, which the Jinja library would drop, with the white
 * space around them that the tags would have removed (`-`, `lstrip_blocks`, `trim_blocks`) removed.
 */
export function markGeneration(template: string): string {
	let marked = '';
	let from = 0;
	for (const match of template.matchAll(tags)) {
		const [tag, left, end, right] = match;
		const before = template.slice(from, match.index);
		marked += left === '-' ? before.trimEnd() : left === '+' ? before : before.replace(/(^|\n)[ \t]+$/, '$1');
		marked += end === undefined ? generationStart : generationEnd;
		from = match.index + tag.length;
		if (right === '-') from += /^\s*/.exec(template.slice(from))?.[0].length ?? 0;
		else if (right !== '+' && template[from] === '\n') from++;
	}
	return marked + template.slice(from);
}

/** Takes the marks out of a rendered text and returns where they stood. Undefined where they do not pair. */
export function takeMarks(
	text: string,
): {readonly text: string; readonly spans: readonly (readonly [number, number])[]} | undefined {
	const spans: (readonly [number, number])[] = [];
	let plain = '';
	let open = -1;
	for (const piece of text.split(/([\ufdd0\ufdd1])/)) {
		if (piece === generationStart && open < 0) open = plain.length;
		else if (piece === generationEnd && open >= 0) {
			spans.push([open, plain.length]);
			open = -1;
		} else if (piece === generationStart || piece === generationEnd) return undefined;
		else plain += piece;
	}
	return open < 0 ? {text: plain, spans} : undefined;
}
