import {isObject} from './json-conversion.ts';

/** Parses JSON with whole numbers that a double cannot hold as bigints. Slower than `JSON.parse`. */
export function parseExact(text: string): unknown {
	const parsed: unknown = JSON.parse(
		text,
		function (_key, value: unknown, context?: {readonly source?: string}) {
			if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
			const source = context?.source ?? '';
			return /^-?\d+$/.test(source) ? BigInt(source) : value;
		},
	);
	return parsed;
}

/** Writes the fields that are not among `known` as a JSON object with sorted keys; null where there are none. */
export function extraJson(
	object: Readonly<Record<string, unknown>>,
	known: ReadonlySet<string>,
	text: () => string,
): string | null {
	const names = Object.keys(object)
		.filter((name) => !known.has(name))
		.sort();
	if (names.length === 0) return null;
	const exact = names.some((name) => isInexact(object[name])) ? parseExact(text()) : object;
	const source = isObject(exact) ? exact : object;
	return `{${names.map((name) => `${JSON.stringify(name)}:${sortedJson(source[name])}`).join(',')}}`;
}

/** JSON with sorted keys; a bigint is written as a number. */
export function sortedJson(value: unknown): string {
	if (typeof value === 'bigint') return value.toString();
	if (Array.isArray(value)) return `[${value.map(sortedJson).join(',')}]`;
	if (!isObject(value)) return JSON.stringify(value);
	const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
	return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${sortedJson(item)}`).join(',')}}`;
}

function isInexact(value: unknown): boolean {
	if (typeof value === 'number')
		return Number.isInteger(value) ? !Number.isSafeInteger(value) : !Number.isFinite(value);
	return typeof value === 'object' && value !== null && Object.values(value).some(isInexact);
}
