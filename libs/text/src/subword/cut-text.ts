/**
 * Cuts a long text where no splitting pattern joins: after a line end that a letter of ASCII follows and that no white
 * space precedes. Pieces are about as long as asked, longer where there is no such place.
 */
export function* cutText(text: string, length: number): Generator<string> {
	let from = 0;
	while (text.length - from > length) {
		safeCut.lastIndex = from + length;
		const found = safeCut.exec(text);
		if (!found) break;
		const to = found.index + found[0].length;
		yield text.slice(from, to);
		from = to;
	}
	yield text.slice(from);
}

const safeCut = /[A-Za-z0-9.,:;!?]\n(?=[A-Za-z])/g;
