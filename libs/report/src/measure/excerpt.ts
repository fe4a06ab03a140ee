/** Characters of an excerpt at most, in UTF-16 units. */
export const longestExcerpt = 320;

/** The beginning of a text, whole characters, with `…` where something was cut off. */
export function excerpt(text: string, most = longestExcerpt): string {
	if (text.length <= most) return ownText(text);
	const last = text.charCodeAt(most - 1);
	// The first half of a pair would be left without its second.
	const end = last >= 0xd800 && last <= 0xdbff ? most - 1 : most;
	return `${ownText(text.slice(0, end))}…`;
}

/** A copy of a text: a part of a longer one would keep the whole in memory. */
export const ownText = (text: string): string => Buffer.from(text).toString();

/** Of a row as JSON, the text by which people know it: that of the column named, else its longest. */
export function rowText(json: string, column: string | undefined): string {
	const row: unknown = JSON.parse(json);
	if (typeof row !== 'object' || row === null) return json;
	const entries: readonly (readonly [string, unknown])[] = Object.entries(row);
	const [, named] = entries.find(([name]) => name === column) ?? [];
	if (typeof named === 'string') return named;
	if (Array.isArray(named)) return conversationText(named);
	const texts = entries.map(([, value]) => value).filter((value) => typeof value === 'string');
	return texts.sort((a, b) => b.length - a.length)[0] ?? json;
}

/** The contents of a conversation's turns, one after another. */
export function conversationText(turns: readonly unknown[]): string {
	return turns
		.flatMap((turn) =>
			typeof turn === 'object' && turn !== null && 'content' in turn && typeof turn.content === 'string'
				? [turn.content]
				: [],
		)
		.join('\n\n');
}
