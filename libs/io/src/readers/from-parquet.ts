import {parseOptions, type AnyRow, type Columns, type Reader} from '@millrace/core';
import {columnarReader} from './columnar-reader.ts';
import {folderOf} from './folder.ts';
import type {TableOptions} from './from-arrow.ts';
import {openParquet} from './open-parquet.ts';
import {columnsShape, readerShape, type Extra, type ReadRow} from './reader-options.ts';

/**
 * Reads Parquet, of any encoding and compression, a row group at a time and only the columns asked for; by default
 * `.parquet` and `.pq`, which gzip and Zstandard may not wrap. Narrower numbers are widened, timestamps of any unit
 * become microseconds (nanoseconds are rounded down). A null where the column allows none quarantines its row. Throws
 * a MillraceError `schema` where the file lacks a column or has it with another type.
 */
export function fromParquet<const C extends Columns, E extends Extra = 'drop'>(
	options: Omit<TableOptions<C, E>, 'maxRatio'>,
): Reader<ReadRow<C, E>>;
export function fromParquet(given: Omit<TableOptions<Columns, Extra>, 'maxRatio'>): Reader<AnyRow> {
	const {maxRatio: _, ...shape} = {...readerShape, ...columnsShape};
	const {files, columns, extra, maxRecordBytes, pieceBytes} = parseOptions('reader parquet', shape, given);
	return columnarReader({
		name: 'parquet',
		declared: columns,
		extra,
		options: {extra, maxRecordBytes, pieceBytes},
		module: import.meta.url,
		folder: folderOf(files, ['.parquet', '.pq']),
		maxRecordBytes,
		pieceBytes,
		open: openParquet,
	});
}
