import {makeData, RecordBatch, RecordBatchFileWriter, RecordBatchStreamWriter, Struct} from 'apache-arrow';
import {typeOf, type Schema, type Table} from '@millrace/core';
import {arrowData} from './arrow-data.ts';
import {arrowSchema} from './arrow-type.ts';
import {columnCells, sliceTable} from './table.ts';

/**
 * A table as an Arrow IPC file; equal rows give equal bytes. Text goes in as bytes where the table has them.
 * All rows are one record batch unless `batchRows` says otherwise. Throws a MillraceError `schema` on a column
 * that is missing, or null where its type has no null.
 */
export function encodeTable(
	schema: Schema,
	table: Table,
	{batchRows = Infinity}: {readonly batchRows?: number} = {},
): Uint8Array {
	if (table.length <= batchRows) return encodeTables(schema, [table]);
	const count = Math.ceil(table.length / batchRows);
	return encodeTables(
		schema,
		Array.from({length: count}, (_, index) => sliceTable(table, index * batchRows, (index + 1) * batchRows)),
	);
}

/** An Arrow IPC file with one record batch for each table, empty ones too; `metadata` is kept with the schema. */
export function encodeTables(
	schema: Schema,
	tables: Iterable<Table>,
	metadata?: ReadonlyMap<string, string>,
): Uint8Array {
	return written(new RecordBatchFileWriter(), schema, tables, metadata);
}

/** An Arrow IPC stream with one record batch for each table. */
export function encodeStream(schema: Schema, tables: Iterable<Table>): Uint8Array {
	return written(new RecordBatchStreamWriter(), schema, tables);
}

function written(
	writer: RecordBatchFileWriter | RecordBatchStreamWriter,
	schema: Schema,
	tables: Iterable<Table>,
	metadata?: ReadonlyMap<string, string>,
): Uint8Array {
	writer.reset(undefined, arrowSchema(schema, metadata));
	for (const table of tables) writer.write(arrowBatch(schema, table));
	writer.finish();
	return writer.toUint8Array(true);
}

/** A table as an Arrow record batch over the same buffers. */
export function arrowBatch(schema: Schema, table: Table): RecordBatch {
	const arrow = arrowSchema(schema);
	const children = arrow.fields.map((field) =>
		arrowData(field, columnCells(table, field.name, typeOf(schema, field.name))),
	);
	return new RecordBatch(
		arrow,
		makeData({type: new Struct(arrow.fields), length: table.length, nullCount: 0, children}),
	);
}
