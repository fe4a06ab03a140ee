/** A number with three significant digits or, from 100 on, none after the point: 12,346, 4.57, 0.0123. */
export function figure(value: number): string {
	const rounded = Number(value.toPrecision(3));
	if (Math.abs(rounded) >= 100 || !Number.isFinite(value)) return Math.round(value).toLocaleString('en-US');
	return rounded.toFixed(Math.max(0, 2 - Math.floor(Math.log10(Math.abs(rounded) || 1))));
}

/** Bytes in MB of 1,000,000. */
export const megabytes = (bytes: number): string => figure(bytes / 1e6);
