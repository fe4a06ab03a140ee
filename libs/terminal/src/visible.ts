/** Makes text fit for one line of a terminal: line ends, control characters and invisible marks become signs. */
export function visible(text: string): string {
	return text.toWellFormed().replaceAll(unprintable, sign);
}

/** As `visible`, but line ends and tabs stay: for messages. */
export function visibleLines(text: string): string {
	return text.toWellFormed().replaceAll(unprintable, (found) => (/[\n\t]/.test(found) ? found : sign(found)));
}

// Controls, separators and marks of direction can move the cursor or disguise text; joiners stay, for emoji need them.
const unprintable =
	/[\p{Cc}\p{Zl}\p{Zp}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

const names: Readonly<Record<string, string>> = {'\n': '↵', '\t': '⇥', '\u007f': '␡'};

function sign(found: string): string {
	const code = found.codePointAt(0) ?? 0;
	// The block of control pictures begins at U+2400, in the order of the controls.
	return (
		names[found] ??
		(code < 0x20
			? String.fromCodePoint(0x2400 + code)
			: `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`)
	);
}
