import {parseOptions, type AnyRow, type Columns, type Reader} from '@millrace/core';
import {byteReader} from './byte-reader.ts';
import {folderOf} from './folder.ts';
import {lineFraming} from './line-framing.ts';
import {jsonParser, jsonSampleFaults} from './json-parser.ts';
import {
	columnsShape,
	readColumns,
	readerShape,
	type Extra,
	type ReaderOptions,
	type ReadRow,
} from './reader-options.ts';

export interface JsonlOptions<C extends Columns, E extends Extra> extends ReaderOptions {
	/** The fields to read. A nullable one may be missing. */
	readonly columns: C;
	readonly extra?: E;
}

/**
 * Reads JSON Lines: one object a line, plain, gzip or Zstandard, from a file, a folder or globs; by default `.jsonl`
 * and `.ndjson`. A whole number of 64 bits may be a number or decimal text, a timestamp also a date and time with its
 * zone, binary is base64. A line that is no such object is quarantined. Throws a MillraceError `schema` where a field
 * is missing, or of another type, in all of a file's first 100 records.
 */
export function fromJsonl<const C extends Columns, E extends Extra = 'drop'>(
	options: JsonlOptions<C, E>,
): Reader<ReadRow<C, E>>;
export function fromJsonl(given: JsonlOptions<Columns, Extra>): Reader<AnyRow> {
	const {
		files,
		columns: declared,
		extra,
		...limits
	} = parseOptions('reader jsonl', {...readerShape, ...columnsShape}, given);
	return byteReader({
		name: 'jsonl',
		columns: readColumns('reader jsonl', declared, extra),
		options: {extra, maxRecordBytes: limits.maxRecordBytes, pieceBytes: limits.pieceBytes},
		module: import.meta.url,
		folder: folderOf(files, ['.jsonl', '.ndjson']),
		framing: lineFraming,
		...limits,
		faults: (sample) => jsonSampleFaults({columns: declared, extra}, sample),
		parser: (source) => jsonParser({columns: declared, extra}, source),
	});
}
