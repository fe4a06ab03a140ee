/** The inline code spans of a paragraph as [start, end) pairs, by CommonMark's rule: equal runs of backticks pair up. */
export function codeSpans(text: string): readonly (readonly [start: number, end: number])[] {
	if (!text.includes('`')) return [];
	const runs = Array.from(text.matchAll(/`+/g), ({index, 0: run}) => ({start: index, length: run.length}));
	const closers = nextOfEqualLength(runs);
	const spans: [number, number][] = [];
	let at = 0;
	while (at < runs.length) {
		const closer = closers[at] ?? -1;
		const [open, close] = [runs[at], runs[closer]];
		if (open && close) spans.push([open.start, close.start + close.length]);
		at = close ? closer + 1 : at + 1;
	}
	return spans;
}

// One pass from the end, so that a text full of unmatched backticks costs no more than another.
function nextOfEqualLength(runs: readonly {readonly length: number}[]): Int32Array {
	const next = new Int32Array(runs.length).fill(-1);
	const seen = new Map<number, number>();
	for (let at = runs.length - 1; at >= 0; at--) {
		const length = runs[at]?.length ?? 0;
		next[at] = seen.get(length) ?? -1;
		seen.set(length, at);
	}
	return next;
}
