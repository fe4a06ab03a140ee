/** A text in parts: what can be shown as it is, and the names of what could hide, reorder or command. */
export type Part = {readonly text: string} | {readonly sign: string};

/**
 * Takes a text apart into what a page may show as it is and what it must name: controls and escape sequences, marks of
 * direction, and characters that take no room. Joiners and variation selectors stay where writing needs them.
 */
export function visibleParts(text: string): readonly Part[] {
	const parts: Part[] = [];
	const whole = text.toWellFormed();
	let end = 0;
	for (const {0: found, index} of whole.matchAll(hidden)) {
		if (isWriting(whole, found, index)) continue;
		if (index > end) parts.push({text: whole.slice(end, index)});
		parts.push({sign: signOf(found)});
		end = index + found.length;
	}
	if (end < whole.length) parts.push({text: whole.slice(end)});
	return parts;
}

/** A text in which what is hidden has been replaced by its name: for titles and for JSON that people read. */
export const plainSigns = (text: string): string =>
	visibleParts(text)
		.map((part) => ('text' in part ? part.text : `⟨${part.sign}⟩`))
		.join('');

// Line ends are told apart by their signs too: an excerpt stands on one line. Tags and fillers hide whole messages.
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Default_Ignorable_Code_Point}\u2800]/gu;

const names: Readonly<Record<string, string>> = {
	'\n': '↵',
	'\t': '⇥',
	'\r': '␍',
	'\u001b': '␛',
	'\u007f': '␡',
};

function signOf(found: string): string {
	const code = found.codePointAt(0) ?? 0;
	// The block of control pictures begins at U+2400, in the order of the controls.
	return (
		names[found] ??
		(code < 0x20
			? String.fromCodePoint(0x2400 + code)
			: `U+${code.toString(16).toUpperCase().padStart(4, '0')}`)
	);
}

const pictograph = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)$/u;
/** Scripts in which a joiner, or the want of one, is spelling. */
const joining =
	/^[\p{scx=Arab}\p{scx=Syrc}\p{scx=Mong}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}]/u;

/** Whether a hidden character does at its place what it is for. */
function isWriting(text: string, found: string, index: number): boolean {
	const [before, after] = [text.slice(Math.max(0, index - 2), index), text.slice(index + found.length)];
	if (found === '\ufe0f' || found === '\ufe0e') return /(?:\p{Emoji}|\p{S})$/u.test(before);
	if (found !== '\u200d' && found !== '\u200c') return false;
	if (found === '\u200d' && pictograph.test(before) && /^\p{Extended_Pictographic}/u.test(after)) return true;
	const last = before.at(-1) ?? '';
	return /[\p{L}\p{M}]/u.test(last) && joining.test(last) && joining.test(after);
}
