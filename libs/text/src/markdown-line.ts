/** One line of a text, with its indentation measured. */
export interface Line {
	/** Offset of its first character, and of its line end. */
	readonly start: number;
	readonly end: number;
	/** Offset of the next line. */
	readonly next: number;
	readonly text: string;
	readonly blank: boolean;
	/** Columns of white space before its content; tabs stop at multiples of four. */
	readonly column: number;
	/** The line without that white space. */
	readonly content: string;
}

/** The lines of a text from `from` on. A carriage return before the line end belongs to neither. */
export function* linesOf(text: string, from: number): Generator<Line> {
	let start = from;
	while (start < text.length) {
		const newline = text.indexOf('\n', start);
		const next = newline < 0 ? text.length : newline + 1;
		let end = newline < 0 ? next : newline;
		if (end > start && text[end - 1] === '\r') end--;
		yield lineOf(text.slice(start, end), start, end, next);
		start = next;
	}
}

function lineOf(text: string, start: number, end: number, next: number): Line {
	let [column, index] = [0, 0];
	for (; index < text.length; index++) {
		const code = text.charCodeAt(index);
		if (code === TAB) column += 4 - (column % 4);
		else if (code === SPACE) column++;
		else break;
	}
	return {start, end, next, text, blank: index === text.length, column, content: text.slice(index)};
}

const TAB = 9;
const SPACE = 32;
