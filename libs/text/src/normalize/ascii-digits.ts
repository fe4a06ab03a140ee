/** Writes the decimal digits of every script as 0 to 9, and the Arabic signs between them as `.` and `,`. Idempotent. */
export function asciiDigits(text: string): string {
	if (!NOT_ASCII.test(text)) return text;
	return text
		.replace(DIGIT, (digit) => String(valueOf(digit)))
		.replace(/(?<=\d)\u066b(?=\d)/g, '.')
		.replace(/(?<=\d)\u066c(?=\d)/g, ',');
}

const NOT_ASCII = /[^\0-\x7f]/;
const DIGIT = /(?![0-9])\p{Nd}/gu;
const ONE_DIGIT = /^\p{Nd}$/u;
const values = new Map<string, number>();

/** Unicode keeps digits in runs that begin at a zero and whose lengths are multiples of ten. */
function valueOf(digit: string): number {
	let value = values.get(digit);
	if (value === undefined) {
		let [before, code] = [0, (digit.codePointAt(0) ?? 0) - 1];
		while (ONE_DIGIT.test(String.fromCodePoint(code))) [before, code] = [before + 1, code - 1];
		value = before % 10;
		values.set(digit, value);
	}
	return value;
}
