/**
 * Says whether a line fits one of the patterns from end to end, whatever its case; `*` in a pattern stands for any
 * characters. Linear in the line for each pattern.
 */
export function lineMatcher(patterns: readonly string[]): (line: string) => boolean {
	const known = matchers.get(patterns);
	if (known) return known;
	const exact = new Set<string>();
	const wild: string[][] = [];
	for (const pattern of patterns) {
		const parts = pattern.toLowerCase().split('*');
		if (parts.length === 1) exact.add(parts.join(''));
		else wild.push(parts);
	}
	const matches = (line: string): boolean => {
		const lower = line.toLowerCase();
		return exact.has(lower) || wild.some((parts) => fits(lower, parts));
	};
	matchers.set(patterns, matches);
	return matches;
}

const matchers = new WeakMap<readonly string[], (line: string) => boolean>();

/** Whether the parts stand in this order in the line, the first at its beginning and the last at its end. */
function fits(line: string, parts: readonly string[]): boolean {
	const first = parts[0] ?? '';
	const last = parts.at(-1) ?? '';
	if (!line.startsWith(first) || !line.endsWith(last)) return false;
	let at = first.length;
	const end = line.length - last.length;
	for (const part of parts.slice(1, -1)) {
		const found = line.indexOf(part, at);
		if (found < 0) return false;
		at = found + part.length;
	}
	return at <= end;
}
