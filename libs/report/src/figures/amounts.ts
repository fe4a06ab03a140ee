/** A whole number with groups of three digits: `12,345`. */
export const count = (value: number): string => String(Math.round(value)).replaceAll(/\B(?=(\d{3})+$)/g, ',');

/** A count with its noun: `1 row`, `2 rows`. */
export const counted = (value: number, noun: string, plural = `${noun}s`): string =>
	`${count(value)} ${Math.round(value) === 1 ? noun : plural}`;

/** A share as per cent with one digit, so that figures below each other compare; a small one never becomes nothing: `4.2 %`, `< 0.1 %`. */
export function percent(share: number): string {
	const value = share * 100;
	if (value === 0 || value === 100) return `${value} %`;
	if (value < 0.1) return '< 0.1 %';
	return value > 99.9 ? '> 99.9 %' : `${value.toFixed(1)} %`;
}

/** A part of a whole as per cent; `–` of nothing. */
export const percentOf = (part: number, whole: number): string => (whole === 0 ? '–' : percent(part / whole));

/** A number to three digits, with a unit of thousands: `1.23 k`, `45.6 M`. */
export function short(value: number): string {
	if (Math.abs(value) < 1000) return Number.isInteger(value) ? String(value) : trimmed(value.toPrecision(3));
	const power = Math.min(4, Math.floor(Math.log10(Math.abs(value)) / 3));
	const scaled = Number((value / 1000 ** power).toPrecision(3));
	return Math.abs(scaled) >= 1000 && power < 4
		? `1 ${units[power + 1] ?? ''}`
		: `${trimmed(String(scaled))} ${units[power] ?? ''}`;
}

/** Bytes to three digits, in units of a thousand: `3.42 MB`. */
export const byteSize = (bytes: number): string =>
	bytes < 1000
		? `${bytes} B`
		: short(bytes)
				.replace('k', 'kB')
				.replace(/[MGT]$/, (unit) => `${unit}B`);

/** A change with its sign: `+12`, `−3`, `±0`. */
export const signed = (value: number, text = count(Math.abs(value))): string =>
	value === 0 ? '±0' : `${value < 0 ? '−' : '+'}${text}`;

const units = ['', 'k', 'M', 'G', 'T'];

const trimmed = (digits: string): string => (digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits);
