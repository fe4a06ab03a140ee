import {textVector, type ColumnType, type Vector} from '@millrace/core';
import {normalText, type Cells} from './cells.ts';
import {cellsOfValues, forbiddenNull} from './cells-of-values.ts';
import {valuesOfCells} from './values-of-cells.ts';

const known = new WeakMap<Vector, Cells>();

/** A vector over buffers; its values are made when first asked for. */
export function cellVector(type: ColumnType, cells: Cells): Vector {
	const made =
		type.kind === 'utf8' && cells.kind === 'bytes'
			? textVector(type, {utf8: cells})
			: lazyVector(type, cells);
	known.set(made, cells);
	return made;
}

/** The buffers of a vector. Throws a MillraceError `schema` on a null that the type forbids. */
export function cellsOf(column: Vector, type: ColumnType, name: string): Cells {
	const cells =
		known.get(column) ?? (column.utf8 ? normalText(column.utf8) : cellsOfValues(type, column.values, name));
	if (cells.valid && !type.nullable) throw forbiddenNull(name, type, cells.valid.indexOf(0));
	return cells;
}

function lazyVector(type: ColumnType, cells: Cells): Vector {
	let values: ArrayLike<unknown> | undefined;
	return {
		type,
		length: cells.length,
		get values() {
			values ??= valuesOfCells(type, cells);
			return values;
		},
	};
}
