/** Python's `strftime` in the C locale, of a date in UTC. Throws on a directive that it does not know. */
export function strftime(date: Date, format: string): string {
	return format.replace(/%(-?)([\s\S]?)/g, (directive, dash: string, letter: string) => {
		const text = directives[letter]?.(date);
		if (text === undefined)
			throw new Error(`strftime_now: expected a date directive such as %d or %B, found ${directive}.`);
		return dash === '' ? text : text.replace(/^0+(?=\d)/, '');
	});
}

const months = 'January February March April May June July August September October November December'.split(
	' ',
);
const days = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const two = (n: number): string => String(n).padStart(2, '0');

const directives: Readonly<Record<string, (date: Date) => string | undefined>> = {
	a: (date) => days[date.getUTCDay()]?.slice(0, 3),
	A: (date) => days[date.getUTCDay()],
	b: (date) => months[date.getUTCMonth()]?.slice(0, 3),
	B: (date) => months[date.getUTCMonth()],
	d: (date) => two(date.getUTCDate()),
	H: (date) => two(date.getUTCHours()),
	I: (date) => two(date.getUTCHours() % 12 || 12),
	j: (date) =>
		String(
			(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()) -
				Date.UTC(date.getUTCFullYear(), 0, 0)) /
				86400000,
		).padStart(3, '0'),
	m: (date) => two(date.getUTCMonth() + 1),
	M: (date) => two(date.getUTCMinutes()),
	p: (date) => (date.getUTCHours() < 12 ? 'AM' : 'PM'),
	S: (date) => two(date.getUTCSeconds()),
	y: (date) => two(date.getUTCFullYear() % 100),
	Y: (date) => String(date.getUTCFullYear()),
	'%': () => '%',
};
