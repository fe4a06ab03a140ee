import {visible} from '@millrace/terminal';

/** A value of a row on one line: text as it is, lists and structs as JSON, bytes by their number, null as nothing. */
export function showValue(value: unknown, longest = 4000): string {
	if (value === null || value === undefined) return '∅';
	// What does not fit a terminal many times over need not be looked at.
	if (typeof value === 'string') return brief(value.slice(0, longest));
	if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
		return String(value);
	if (value instanceof Uint8Array) return `<${value.length} bytes>`;
	return brief(JSON.stringify(plain(value)).slice(0, longest));
}

/** Long runs of spaces, as in indented text, would fill a cell with nothing. */
const brief = (text: string): string => visible(text).replaceAll(/ {4,}/g, '   ');

/** A value as JSON holds it: 64-bit integers as digits, bytes as base64, typed lists as lists. */
export function plain(value: unknown): unknown {
	if (typeof value === 'bigint') return value.toString();
	if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
	if (ArrayBuffer.isView(value) && Symbol.iterator in value) return Array.from(listOf(value), plain);
	if (Array.isArray(value)) return value.map(plain);
	if (typeof value !== 'object' || value === null) return value ?? null;
	return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, plain(field)]));
}

function* listOf(value: object): Generator {
	if (isIterable(value)) yield* value;
}

const isIterable = (value: object): value is Iterable<unknown> => Symbol.iterator in value;
