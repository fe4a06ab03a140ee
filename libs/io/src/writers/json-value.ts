import {MillraceError, type ColumnType} from '@millrace/core';
import {isList} from '../arrow/cells-of-values.ts';

/**
 * How a value of a type is written as JSON: 64-bit integers as digits, timestamps as `2024-05-01T12:00:00.000000Z`,
 * binary as base64. Throws a MillraceError `schema` on what JSON has no form for.
 */
export function jsonWriter(type: ColumnType, name: string): (value: unknown) => string {
	const write = presentWriter(type, name);
	return (value) => (value === null || value === undefined ? 'null' : write(value));
}

function presentWriter(type: ColumnType, name: string): (value: unknown) => string {
	switch (type.kind) {
		case 'utf8':
		case 'bool':
			return JSON.stringify;
		case 'int32':
		case 'int64':
			return String;
		case 'float32':
		case 'float64':
			return (value) => jsonNumber(value, name);
		case 'timestamp':
			return (value) => JSON.stringify(isoMicroseconds(value, name));
		case 'binary':
			return (value) =>
				value instanceof Uint8Array
					? `"${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64')}"`
					: 'null';
		case 'list': {
			const item = jsonWriter(type.of, `${name}[]`);
			return (value) => (isList(value) ? `[${Array.from(value, item).join(',')}]` : 'null');
		}
		case 'struct': {
			const fields = Object.entries(type.fields).map(([field, of]) => ({
				field,
				key: JSON.stringify(field),
				write: jsonWriter(of, `${name}.${field}`),
			}));
			return (value) => {
				const values = new Map<string, unknown>(Object.entries(value ?? {}));
				return `{${fields.map(({field, key, write}) => `${key}:${write(values.get(field))}`).join(',')}}`;
			};
		}
	}
}

function jsonNumber(value: unknown, name: string): string {
	if (!Number.isFinite(value)) {
		throw new MillraceError(
			'schema',
			`toJsonl: column ${name} holds ${String(value)}, which JSON has no form for; drop or replace it, or write Parquet.`,
		);
	}
	const digits = Object.is(value, -0) ? '-0' : String(value);
	// Readers that guess types take a column of floats that begins with 1 for one of integers.
	return /^-?\d+$/.test(digits) ? `${digits}.0` : digits;
}

function isoMicroseconds(value: unknown, name: string): string {
	const micros = typeof value === 'bigint' ? value : 0n;
	const rest = ((micros % 1000n) + 1000n) % 1000n;
	const date = new Date(Number((micros - rest) / 1000n));
	const year = date.getUTCFullYear();
	if (!(year >= 0 && year <= 9999)) {
		throw new MillraceError(
			'schema',
			`toJsonl: column ${name} holds the timestamp ${micros.toString()}, outside the years 0 to 9999; drop or replace it, or write Parquet.`,
		);
	}
	return `${date.toISOString().slice(0, 23)}${String(rest).padStart(3, '0')}Z`;
}
