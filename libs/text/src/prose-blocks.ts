/** A run of lines: prose, or what looks like code and blank lines between code. */
export interface ProseBlock {
	readonly kind: 'prose' | 'code' | 'blank';
	/** Lines joined by `\n`, without the last line end; for `blank` the empty lines themselves. */
	readonly text: string;
}

/**
 * Cuts text (lines ending in `\n`) into prose and what looks like code: fenced blocks, lines indented by a tab or
 * four spaces, and HTML `pre`, `script`, `style` and `textarea`. An unclosed fence runs to the end. Where code does not
 * count, all lines but empty ones are prose.
 */
export function* proseBlocks(text: string, codeCounts: boolean): Generator<ProseBlock> {
	let kind: ProseBlock['kind'] = 'blank';
	let [from, start] = [0, 0];
	let until: ((line: string) => boolean) | undefined;
	for (const line of text.split('\n')) {
		let now: ProseBlock['kind'] = 'code';
		if (until) {
			if (until(line)) until = undefined;
		} else {
			until = codeCounts ? codeEnd(line) : undefined;
			if (!until) now = kindOf(line, codeCounts);
		}
		if (now !== kind && start > 0) {
			yield {kind, text: text.slice(from, start - 1)};
			from = start;
		}
		kind = now;
		start += line.length + 1;
	}
	yield {kind, text: text.slice(from)};
}

const kindOf = (line: string, codeCounts: boolean): ProseBlock['kind'] => {
	if (BLANK.test(line)) return 'blank';
	return codeCounts && INDENTED.test(line) ? 'code' : 'prose';
};

const BLANK = /^[\s\p{Cc}\u00ad\u200b\u2060\ufeff]*$/u;
const INDENTED = /^(?: {4}| {0,3}\t)/;
const FENCE = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*(`{3,}(?=[^`]*$)|~{3,})/;
const VERBATIM = /<(pre|script|style|textarea)(?=[\s>])/i;

/** When a line opens verbatim content, the test for the line that closes it. */
function codeEnd(line: string): ((line: string) => boolean) | undefined {
	const fence = FENCE.exec(line)?.[1];
	if (fence !== undefined) {
		const bare = new RegExp(`^[ \\t>]*${fence.charAt(0)}{${fence.length},}[ \\t]*$`);
		return (later) => bare.test(later);
	}
	const tag = VERBATIM.exec(line)?.[1];
	if (tag === undefined) return undefined;
	const close = new RegExp(`</${tag}\\s*>`, 'i');
	return close.test(line) ? undefined : (later) => close.test(later);
}
