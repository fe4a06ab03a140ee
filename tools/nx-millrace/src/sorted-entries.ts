/**
 * A text with an entry added among its own kind: the parts that `kind` (with the flags g and m) matches, sorted by
 * what it captures. Throws where the text has no such part.
 */
export function withEntry(text: string, entry: string, kind: RegExp): string {
	const found = [...text.matchAll(kind)];
	const last = found.at(-1);
	const [own] = entry.matchAll(kind);
	if (!last || !own) throw new Error(`expected an entry such as "${entry.trim()}", found none.`);
	const next = found.find((each) => order(each) > order(own));
	const place = next ? next.index : last.index + last[0].length;
	return text.slice(0, place) + (next ? `${entry}\n` : `\n${entry}`) + text.slice(place);
}

const order = (match: RegExpExecArray): string => {
	const captured: readonly (string | undefined)[] = match.slice(1);
	return captured.filter((each) => each !== undefined).join('/');
};
