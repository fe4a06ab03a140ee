/**
 * Cuts a text into pieces of at most `longest` characters: after the last white space that is near the end, or else the
 * last punctuation, or else anywhere but within a character. Joined they are the text.
 */
export function* shortPieces(text: string, longest: number): Generator<string> {
	let start = 0;
	while (text.length - start > longest) {
		const cut = start + lastBorder(text.slice(start, start + longest));
		yield text.slice(start, cut);
		start = cut;
	}
	yield text.slice(start);
}

const NEAR = 200;

function lastBorder(piece: string): number {
	const from = Math.max(0, piece.length - NEAR);
	const tail = piece.slice(from);
	const border = /\s\S*$/.exec(tail) ?? /\p{P}[^\p{P}]*$/u.exec(tail);
	if (border) return from + border.index + 1;
	return /[\ud800-\udbff]$/.test(piece) ? piece.length - 1 : piece.length;
}
