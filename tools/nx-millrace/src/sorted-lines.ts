/**
 * A text with a line added among its own kind: the lines that match `key`, in the order of what `key` captures.
 * Throws where the text has no such line.
 */
export function withLine(text: string, line: string, key: RegExp): string {
	const order = (each: string): string | undefined => key.exec(each)?.slice(1).join('/');
	const lines = text.trimEnd().split('\n');
	const mine = order(line) ?? '';
	const last = lines.findLastIndex((each) => order(each) !== undefined);
	if (last < 0) throw new Error(`expected a line such as "${line}", found none.`);
	const after = lines.findIndex((each) => (order(each) ?? '') > mine);
	const place = after < 0 ? last + 1 : after;
	return `${[...lines.slice(0, place), line, ...lines.slice(place)].join('\n')}\n`;
}
