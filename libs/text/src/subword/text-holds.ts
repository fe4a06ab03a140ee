/** Makes a test whether a text holds one of some strings, of which many may begin alike; an empty string is held by none. */
export function textHolds(strings: readonly string[]): (text: string) => boolean {
	const groups = Map.groupBy(
		strings.filter((string) => string !== ''),
		(string) => string.charAt(0),
	);
	const searches = [...groups.values()].map((group) => {
		const prefix = commonPrefix(group);
		return (text: string): boolean => {
			for (let at = text.indexOf(prefix); at >= 0; at = text.indexOf(prefix, at + 1))
				if (group.some((string) => text.startsWith(string, at))) return true;
			return false;
		};
	});
	return (text) => searches.some((search) => search(text));
}

function commonPrefix([first = '', ...others]: readonly string[]): string {
	let length = first.length;
	for (const other of others) while (!other.startsWith(first.slice(0, length))) length--;
	return first.slice(0, length);
}
