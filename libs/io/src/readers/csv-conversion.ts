import type {ColumnType} from '@millrace/core';
import type {CsvField} from './csv-fields.ts';
import {jsonConversion} from './json-conversion.ts';

/** Turns a field to a column's value; undefined where it does not fit. An empty field without quotes is null where null is allowed. */
export function csvConversion(type: ColumnType): (field: CsvField) => unknown {
	const convert = textConversion(type);
	const empty = type.nullable ? null : type.kind === 'utf8' ? '' : undefined;
	return ({text, quoted}) => (text === '' && !quoted ? empty : convert(text));
}

function textConversion(type: ColumnType): (text: string) => unknown {
	const fromJson = jsonConversion(
		{kind: type.kind === 'list' || type.kind === 'struct' ? 'utf8' : type.kind},
		false,
	);
	switch (type.kind) {
		case 'bool':
			return (text) => booleans.get(text.trim().toLowerCase());
		case 'int32':
			return (text) => (/^[+-]?\d+$/.test(text.trim()) ? fromJson(Number(text)) : undefined);
		case 'int64':
		case 'timestamp':
			return (text) => fromJson(text.trim().replace(/^\+/, ''));
		case 'float32':
			return (text) => mapNumber(text, Math.fround);
		case 'float64':
			return (text) => mapNumber(text, (value) => value);
		default:
			return fromJson;
	}
}

const booleans: ReadonlyMap<string, boolean> = new Map([
	['true', true],
	['1', true],
	['false', false],
	['0', false],
]);

function mapNumber(text: string, round: (value: number) => number): number | undefined {
	const found = text.trim();
	if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(found)) {
		const value = round(Number(found));
		return Number.isFinite(value) ? value : undefined;
	}
	const named = /^([+-]?)(nan|inf|infinity)$/i.exec(found);
	if (!named) return undefined;
	return named[2]?.toLowerCase() === 'nan' ? NaN : named[1] === '-' ? -Infinity : Infinity;
}
