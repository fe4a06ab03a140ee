import {MillraceError, type ColumnType, type Schema, type Table} from '@millrace/core';
import type {Cells} from './cells.ts';
import {cellsOf, cellVector} from './cell-vector.ts';
import {concatCells} from './concat-cells.ts';
import {sliceCells, takeCells} from './move-cells.ts';

/** Rows of several tables, one after the other; text moves as bytes. */
export function concatTables(schema: Schema, tables: readonly Table[]): Table {
	const length = tables.reduce((sum, table) => sum + table.length, 0);
	return tableOf(schema, length, (name, type) =>
		concatCells(
			type,
			tables.map((table) => columnCells(table, name, type)),
		),
	);
}

/** The rows at the given indices, in their order; text moves as bytes. */
export function takeRows(table: Table, indices: Int32Array): Table {
	return tableOf(schemaOfTable(table), indices.length, (name, type) =>
		takeCells(columnCells(table, name, type), indices),
	);
}

/** The rows from `start` to `end`; bytes are shared with the table. */
export function sliceTable(table: Table, start: number, end: number): Table {
	const [from, to] = [Math.min(start, table.length), Math.min(end, table.length)];
	return tableOf(schemaOfTable(table), to - from, (name, type) =>
		sliceCells(columnCells(table, name, type), from, to),
	);
}

/** A table over buffers, a column at a time. */
export function tableOf(
	schema: Schema,
	length: number,
	cells: (name: string, type: ColumnType) => Cells,
): Table {
	return {
		length,
		vectors: new Map([...schema].map(([name, type]) => [name, cellVector(type, cells(name, type))])),
	};
}

/** The buffers of a column of a table. */
export function columnCells(table: Table, name: string, type: ColumnType): Cells {
	const column = table.vectors.get(name);
	if (!column)
		throw new MillraceError(
			'schema',
			`table: column ${name} is missing; columns there: ${[...table.vectors.keys()].join(', ')}.`,
		);
	if (column.length !== table.length) {
		throw new MillraceError(
			'schema',
			`table: expected ${table.length} rows in column ${name}, found ${column.length}.`,
		);
	}
	return cellsOf(column, type, name);
}

const schemaOfTable = ({vectors}: Table): Schema =>
	new Map([...vectors].map(([name, {type}]) => [name, type]));
