import type {Schema, Table} from '@millrace/core';
import {rowBytes} from '../arrow/row-bytes.ts';
import {concatTables, sliceTable} from '../arrow/table.ts';

/** Bounds of a batch: it ends with the row that reaches one of them. */
export interface BatchBounds {
	readonly bytes: number;
	readonly rows: number;
}

/** The same rows in batches whose borders depend on the rows alone, however the tables were cut. */
export async function* canonicalBatches(
	schema: Schema,
	tables: AsyncIterable<Table>,
	bounds: BatchBounds = {bytes: 2 ** 20, rows: 8192},
): AsyncGenerator<Table> {
	let parts: Table[] = [];
	let [rows, bytes] = [0, 0];
	for await (const table of tables) {
		const sizes = rowBytes(schema, table);
		let start = 0;
		for (let row = 0; row < table.length; row++) {
			bytes += sizes[row] ?? 0;
			rows++;
			if (bytes < bounds.bytes && rows < bounds.rows) continue;
			yield concatTables(schema, [...parts, sliceTable(table, start, row + 1)]);
			[parts, rows, bytes, start] = [[], 0, 0, row + 1];
		}
		if (start < table.length) parts.push(sliceTable(table, start, table.length));
	}
	if (parts.length > 0) yield concatTables(schema, parts);
}
