const pattern =
	/^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,6}))?(Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)$/;

/** Microseconds since 1970 of a date and time with its zone, such as `2026-01-31T12:00:00.5Z`; undefined for anything else. */
export function parseTimestamp(text: string): bigint | undefined {
	const match = pattern.exec(text);
	if (!match) return undefined;
	const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number);
	if (year === undefined || month === undefined || day === undefined) return undefined;
	const date = new Date(0);
	date.setUTCFullYear(year, month - 1, day);
	// A day that the month does not have has moved the date on.
	if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
	if ((hour ?? 0) > 23 || (minute ?? 0) > 59 || (second ?? 0) > 59) return undefined;
	date.setUTCHours(hour ?? 0, minute, second, 0);
	const zone = match[8] ?? 'Z';
	const shift =
		zone === 'Z'
			? 0
			: (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))) * (zone.startsWith('-') ? -1 : 1);
	return BigInt(date.getTime() - shift * 60_000) * 1000n + BigInt((match[7] ?? '').padEnd(6, '0'));
}
