import {MillraceError} from './errors.ts';
import {columnNames} from './rename.ts';
import type {AnyRow} from './batch.ts';
import {mapRows, refuseDrop} from './map-rows.ts';
import {columnFaults, typeOf, type Schema} from './schema.ts';
import type {Step} from './step.ts';

/** Chooses, orders and renames columns; rows are untouched. */
export interface Projection {
	readonly kind: 'project';
	/** (column before, column after), in order. */
	readonly columns: readonly (readonly [from: string, to: string])[];
}

export function keepOnly(where: string, columns: readonly string[], schema: Schema): Projection {
	demand(where, 'select', columns, schema);
	return {kind: 'project', columns: [...new Set(columns)].map((column) => [column, column])};
}

export function leaveOut(where: string, columns: readonly string[], schema: Schema): Projection {
	demand(where, 'drop', columns, schema);
	return {
		kind: 'project',
		columns: [...schema.keys()]
			.filter((column) => !columns.includes(column))
			.map((column) => [column, column]),
	};
}

export function nameAnew(
	where: string,
	names: Readonly<Record<string, string | undefined>>,
	schema: Schema,
): Projection {
	demand(where, 'rename', Object.keys(names), schema);
	const given = new Map(Object.entries(names));
	const columns = [...schema.keys()].map((column) => [column, given.get(column) ?? column] as const);
	const taken = columns.map(([, to]) => to).filter((to, index, all) => all.indexOf(to) !== index);
	if (taken.length > 0)
		throw new MillraceError(
			'schema',
			`${where}: rename gives two columns the name ${[...new Set(taken)].join(', ')}; choose another.`,
		);
	return {kind: 'project', columns};
}

/** The stage behind `required`: drops rows in which one of the columns is null. */
export function needValue(where: string, columns: readonly string[], schema: Schema): Step<AnyRow, AnyRow> {
	demand(where, 'required', columns, schema);
	refuseDrop(`${where}: required`, columns);
	const typed = columns.map((column) => [column, typeOf(schema, column)] as const);
	const needs = Object.fromEntries(typed.map(([column, type]) => [column, {type}]));
	const adds = Object.fromEntries(typed.map(([column, {nullable: _, ...type}]) => [column, {type}]));
	const map = (row: AnyRow) => {
		const empty = columns.find((column) => row[column] === null);
		return empty === undefined ? row : {drop: `no-${empty}`};
	};
	return {
		name: 'required',
		needs,
		adds,
		columns: columnNames('required', needs, adds, {}),
		options: [...columns],
		origin: {module: import.meta.url, functions: []},
		body: {kind: 'stage', run: mapRows(map, columns, {}, false)},
	};
}

function demand(where: string, call: string, columns: readonly string[], schema: Schema): void {
	const any = (column: string) => schema.get(column) ?? ({kind: 'utf8'} as const);
	const faults = columnFaults(schema, new Map(columns.map((column) => [column, any(column)])));
	if (faults.length > 0)
		throw new MillraceError(
			'schema',
			`${where}: ${call}: ${faults.join('; ')}. Columns there: ${[...schema.keys()].join(', ')}.`,
		);
}
