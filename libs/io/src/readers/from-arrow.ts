import {parseOptions, type AnyRow, type Columns, type Reader} from '@millrace/core';
import {openArrow} from './open-arrow.ts';
import {columnarReader} from './columnar-reader.ts';
import {folderOf} from './folder.ts';
import {columnsShape, readerShape, type Extra, type ReaderOptions, type ReadRow} from './reader-options.ts';

export interface TableOptions<C extends Columns, E extends Extra> extends ReaderOptions {
	/** The columns to read. */
	readonly columns: C;
	readonly extra?: E;
}

/**
 * Reads Arrow IPC files and streams, also with dictionaries and with record batches compressed by LZ4 or Zstandard,
 * and such files within gzip or Zstandard; by default `.arrow`, `.arrows`, `.ipc` and `.feather`. Narrower numbers are widened,
 * timestamps of any unit become microseconds (nanoseconds are rounded down). A null where the column allows none
 * quarantines its row. Throws a MillraceError `schema` where the file lacks a column or has it with another type.
 */
export function fromArrow<const C extends Columns, E extends Extra = 'drop'>(
	options: TableOptions<C, E>,
): Reader<ReadRow<C, E>>;
export function fromArrow(given: TableOptions<Columns, Extra>): Reader<AnyRow> {
	const {files, columns, extra, maxRatio, maxRecordBytes, pieceBytes} = parseOptions(
		'reader arrow',
		{...readerShape, ...columnsShape},
		given,
	);
	return columnarReader({
		name: 'arrow',
		declared: columns,
		extra,
		options: {extra, maxRecordBytes, pieceBytes},
		module: import.meta.url,
		folder: folderOf(files, ['.arrow', '.arrows', '.ipc', '.feather']),
		maxRecordBytes,
		pieceBytes,
		open: async (path) => openArrow(path, maxRatio),
	});
}
