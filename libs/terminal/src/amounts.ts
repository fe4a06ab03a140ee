/** A whole number with groups of three digits: `12,345`. */
export const count = (value: number): string => String(Math.round(value)).replaceAll(/\B(?=(\d{3})+$)/g, ',');

/** A count with its noun: `1 row`, `2 rows`. */
export const counted = (value: number, noun: string, plural = `${noun}s`): string =>
	`${count(value)} ${value === 1 ? noun : plural}`;

/** Bytes to three digits, in units of a thousand: `3.42 MB`. */
export function byteSize(bytes: number): string {
	let [value, unit] = [bytes, 0];
	while (value >= 999.5 && unit < units.length - 1) [value, unit] = [value / 1000, unit + 1];
	return `${unit === 0 ? String(value) : threeDigits(value)} ${units[unit] ?? ''}`;
}

/** Seconds as people say them: `0.4 s`, `12 s`, `3 min 05 s`, `2 h 10 min`. */
export function duration(seconds: number): string {
	if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
	const whole = Math.round(seconds);
	if (whole < 60) return `${whole} s`;
	if (whole < 3600) return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
	return `${Math.floor(whole / 3600)} h ${String(Math.floor((whole % 3600) / 60)).padStart(2, '0')} min`;
}

/** A share of one in per cent: `4 %`; a small one that is not nothing is `< 1 %`. */
export function share(part: number, whole: number): string {
	if (whole === 0) return '–';
	const percent = (part / whole) * 100;
	if (percent > 0 && percent < 1) return '< 1 %';
	return `${percent > 99 && percent < 100 ? 99 : Math.round(percent)} %`;
}

const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];

const threeDigits = (value: number): string =>
	value >= 99.95 ? value.toFixed(0) : value.toFixed(value >= 9.995 ? 1 : 2);
