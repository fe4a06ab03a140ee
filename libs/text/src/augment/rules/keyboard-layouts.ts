/** The letters that lie beside each letter on a keyboard. */
export function neighboursOf(layout: KeyboardLayout): ReadonlyMap<string, string> {
	const rows = ROWS[layout].split(' ').map((row) => Array.from(row));
	const places = rows.flatMap((row, y) => row.map((key, x) => ({key, x: x + (SHIFT[y] ?? 0), y})));
	return new Map(
		places
			.filter(({key}) => /\p{L}/u.test(key))
			.map(({key, x, y}) => [
				key,
				places
					.filter((other) => other.key !== key && /\p{L}/u.test(other.key))
					.filter((other) => Math.abs(other.y - y) <= 1 && Math.abs(other.x - x) <= (other.y === y ? 1 : 0.8))
					.map((other) => other.key)
					.join(''),
			]),
	);
}

export const keyboardLayouts = ['qwerty', 'qwertz', 'azerty'] as const;
export type KeyboardLayout = (typeof keyboardLayouts)[number];

const ROWS: Readonly<Record<KeyboardLayout, string>> = {
	qwerty: 'qwertyuiop asdfghjkl zxcvbnm',
	qwertz: 'qwertzuiop\u00fc asdfghjkl\u00f6\u00e4 yxcvbnm',
	azerty: 'azertyuiop qsdfghjklm wxcvbn',
};

/** How far each row is moved to the right of the first, in keys. */
const SHIFT = [0, 0.25, 0.75];
