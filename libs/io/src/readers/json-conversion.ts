import {valueFault, type ColumnType} from '@millrace/core';
import {parseTimestamp} from './parse-timestamp.ts';

/** Turns a JSON value to a column's value; undefined where it does not fit. */
export type JsonConversion = (value: unknown) => unknown;

/** The conversion for a type. `strict` also refuses text that is not well-formed Unicode. */
export function jsonConversion(type: ColumnType, strict: boolean): JsonConversion {
	const convert = plainConversion(type, strict);
	if (!type.nullable) return convert;
	return (value) => (value === null || value === undefined ? null : convert(value));
}

function plainConversion(type: ColumnType, strict: boolean): JsonConversion {
	switch (type.kind) {
		case 'utf8':
			return strict
				? (value) => (typeof value === 'string' && value.isWellFormed() ? value : undefined)
				: (value) => (typeof value === 'string' ? value : undefined);
		case 'bool':
			return (value) => (typeof value === 'boolean' ? value : undefined);
		case 'int32':
			return (value) => (typeof value === 'number' && (value | 0) === value ? value | 0 : undefined);
		case 'int64':
			return wholeNumber;
		case 'timestamp':
			return (value) => wholeNumber(value) ?? (typeof value === 'string' ? parseTimestamp(value) : undefined);
		case 'float32':
			return (value) => finite(typeof value === 'number' ? Math.fround(value) : value);
		case 'float64':
			return finite;
		case 'binary':
			return fromBase64;
		case 'list':
			return listConversion(jsonConversion(type.of, strict));
		case 'struct':
			return structConversion(
				Object.entries(type.fields).map(([name, field]) => [name, jsonConversion(field, strict)]),
			);
	}
}

/** Says why a JSON value does not fit a type. */
export function jsonFault(value: unknown, type: ColumnType): string {
	const fault = valueFault(value, type);
	if (fault !== undefined && !(type.kind === 'int64' || type.kind === 'timestamp' || type.kind === 'binary'))
		return fault;
	if (type.kind === 'binary') return 'expected binary as base64, found another value';
	if (type.kind === 'timestamp')
		return `expected a timestamp, as microseconds or such as "2026-01-31T12:00:00Z", found ${shown(value)}`;
	if (type.kind === 'int64') return `expected int64, as a whole number of 64 bits, found ${shown(value)}`;
	return `expected ${type.kind}, found a value that it cannot hold`;
}

function wholeNumber(value: unknown): bigint | undefined {
	if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : undefined;
	if (typeof value === 'bigint') return fits(value) ? value : undefined;
	if (typeof value !== 'string' || !/^-?\d{1,19}$/.test(value)) return undefined;
	const whole = BigInt(value);
	return fits(whole) ? whole : undefined;
}

const fits = (value: bigint): boolean => BigInt.asIntN(64, value) === value;
const finite = (value: unknown): unknown =>
	typeof value === 'bigint'
		? Number(value)
		: typeof value === 'number' && Number.isFinite(value)
			? value
			: undefined;
function shown(value: unknown): string {
	if (value === undefined) return 'nothing';
	if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object';
	return typeof value === 'bigint' ? `${value}` : JSON.stringify(value).slice(0, 60);
}

/** Bytes written as base64; undefined for anything that such bytes are not written as. */
export function fromBase64(value: unknown): Uint8Array | undefined {
	if (typeof value !== 'string') return undefined;
	const bytes = Buffer.from(value, 'base64');
	return bytes.toString('base64') === value ? new Uint8Array(bytes) : undefined;
}

function listConversion(item: JsonConversion): JsonConversion {
	return (value) => {
		if (!Array.isArray(value)) return undefined;
		const items = value.map(item);
		return items.includes(undefined) ? undefined : items;
	};
}

function structConversion(
	fields: readonly (readonly [name: string, convert: JsonConversion])[],
): JsonConversion {
	return (value) => {
		if (!isObject(value)) return undefined;
		const found = fields.map(([name, convert]) => [name, convert(ownValue(value, name))] as const);
		return found.some(([, item]) => item === undefined) ? undefined : Object.fromEntries(found);
	};
}

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** A field of an object itself, so that a column may be named `constructor`. */
export function ownValue(object: JsonObject, name: string): unknown {
	return name in Object.prototype && !Object.hasOwn(object, name) ? undefined : object[name];
}
