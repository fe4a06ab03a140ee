import {columnFaults, type ColumnType, type Columns, type Schema} from '@millrace/core';
import {isObject, jsonConversion, ownValue, type JsonObject} from './json-conversion.ts';

/**
 * What is wrong with the declared columns, by the first records of a file: one that is missing in all of them, or of
 * another type in all. A nullable one may be missing, but not where an undeclared field has nearly its name.
 */
export function jsonColumnFaults(columns: Columns, rows: readonly JsonObject[]): readonly string[] {
	if (rows.length === 0) return [];
	const names = new Set(rows.flatMap((row) => Object.keys(row)));
	const found: Schema = new Map(
		[...names].map((name) => [
			name,
			foundType(
				columns[name]?.type,
				rows.map((row) => ownValue(row, name)),
			),
		]),
	);
	const faults = Object.entries(columns).flatMap(([name, {type}]) => {
		const undeclared: Schema = new Map(
			[...found].filter(([other]) => other === name || !Object.hasOwn(columns, other)),
		);
		const [fault] = columnFaults(undeclared, new Map([[name, type]]));
		const maybeAbsent = type.nullable === true && !found.has(name) && !fault?.includes('perhaps');
		return fault === undefined || maybeAbsent ? [] : [fault];
	});
	return faults.length === 0 ? [] : [...faults, `fields there: ${[...names].sort().join(', ')}`];
}

/** The declared type where any value fits it, else a type that describes the first value. */
function foundType(declared: ColumnType | undefined, values: readonly unknown[]): ColumnType {
	if (declared) {
		const convert = jsonConversion(declared, false);
		const fits = values.some(
			(value) =>
				convert(value) !== undefined ||
				(typeof value === 'number' && declared.kind === 'int64' && Number.isInteger(value)),
		);
		if (fits) return declared;
	}
	const present = values.find((value) => value !== null && value !== undefined);
	if (present === undefined) return {kind: declared?.kind === 'bool' ? 'bool' : 'utf8', nullable: true};
	return jsonType(present);
}

function jsonType(value: unknown): ColumnType {
	if (Array.isArray(value))
		return {kind: 'list', of: value.length > 0 ? jsonType(value[0]) : {kind: 'utf8', nullable: true}};
	if (isObject(value))
		return {
			kind: 'struct',
			fields: Object.fromEntries(Object.entries(value).map(([name, item]) => [name, jsonType(item)])),
		};
	if (typeof value === 'number')
		return {kind: Number.isInteger(value) ? ((value | 0) === value ? 'int32' : 'int64') : 'float64'};
	if (typeof value === 'boolean') return {kind: 'bool'};
	return value === null || value === undefined ? {kind: 'utf8', nullable: true} : {kind: 'utf8'};
}
