import type {Schema, Table} from '@millrace/core';
import type {Cells} from './cells.ts';
import {columnCells} from './table.ts';

/**
 * The decoded size of each row in bytes: its values, and 4 for each text, binary or list.
 * It depends on the row and the schema alone, so that borders cut by it do not depend on how rows are batched.
 */
export function rowBytes(schema: Schema, table: Table): Float64Array {
	const sizes = new Float64Array(table.length);
	for (const [name, type] of schema) addSizes(columnCells(table, name, type), sizes);
	return sizes;
}

function addSizes(cells: Cells, sizes: Float64Array): void {
	switch (cells.kind) {
		case 'fixed':
			for (let row = 0; row < cells.length; row++) sizes[row] = (sizes[row] ?? 0) + cells.width;
			return;
		case 'struct':
			for (const child of cells.children) addSizes(child, sizes);
			return;
		case 'bytes': {
			const {offsets} = cells;
			for (let row = 0; row < cells.length; row++)
				sizes[row] = (sizes[row] ?? 0) + 4 + (offsets[row + 1] ?? 0) - (offsets[row] ?? 0);
			return;
		}
		case 'list': {
			const {offsets} = cells;
			const items = new Float64Array(cells.child.length);
			addSizes(cells.child, items);
			for (let row = 0; row < cells.length; row++) {
				let sum = 4;
				for (let item = offsets[row] ?? 0; item < (offsets[row + 1] ?? 0); item++) sum += items[item] ?? 0;
				sizes[row] = (sizes[row] ?? 0) + sum;
			}
		}
	}
}
