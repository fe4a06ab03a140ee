/** The lines of a text as Python's splitlines gives them. */
export function splitLines(text: string): string[] {
	const lines = text.split(LINE_ENDS);
	if (lines.at(-1) === '') lines.pop();
	return lines;
}

/** The text without whitespace at both ends, as Python's strip takes it off. */
export function strip(text: string): string {
	let from = 0;
	let to = text.length;
	while (from < to && isSpace(text.charCodeAt(from))) from++;
	while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
	return text.slice(from, to);
}

/** How many words Python's split makes, and the code points of the longest. */
export function splitWords(text: string): {readonly words: number; readonly longest: number} {
	let [words, longest, length] = [0, 0, 0];
	for (let at = 0; at <= text.length; at++) {
		const unit = at < text.length ? text.charCodeAt(at) : 32;
		if (!isSpace(unit)) {
			if ((unit & 0xfc00) !== 0xdc00) length++;
		} else if (length > 0) {
			words++;
			if (length > longest) longest = length;
			length = 0;
		}
	}
	return {words, longest};
}

/** Whether a UTF-16 unit is whitespace to Python. */
export function isSpace(unit: number): boolean {
	if (unit < 128) return unit === 32 || (unit >= 9 && unit <= 13) || (unit >= 28 && unit <= 31);
	if (unit === 0x85 || unit === 0xa0) return true;
	if (unit < 0x1680) return false;
	if (unit >= 0x2000 && unit <= 0x200a) return true;
	return WIDE_SPACES.has(unit);
}

const WIDE_SPACES = new Set([0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000]);
const ENDS = '\n\r\v\f\u001c\u001d\u001e\u0085\u2028\u2029';
const LINE_ENDS = new RegExp(`\r\n|[${ENDS}]`);

/** The words that Python's split makes. */
export function wordsOf(text: string): string[] {
	const words: string[] = [];
	let from = -1;
	for (let at = 0; at <= text.length; at++) {
		const space = at === text.length || isSpace(text.charCodeAt(at));
		if (!space && from < 0) from = at;
		else if (space && from >= 0) {
			words.push(text.slice(from, at));
			from = -1;
		}
	}
	return words;
}

/** The code points of a well-formed text. */
export function codePoints(text: string): number {
	let count = text.length;
	for (let at = 0; at < text.length; at++) if ((text.charCodeAt(at) & 0xfc00) === 0xdc00) count--;
	return count;
}
