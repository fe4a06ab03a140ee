import {MillraceError, columnFaults, type AnyRow, type Columns, type ColumnType, type Json, type Reader} from '@millrace/core';
import type {Field, RecordBatch} from 'apache-arrow';
import {arrowMatches} from './arrow-match.ts';
import type {TableStream} from './arrow-batches.ts';
import {cutRecords} from './cut-records.ts';
import {encodeRows, rowParser, type RowColumn} from './encode-rows.ts';
import {namedError} from './file-error.ts';
import type {Folder} from './folder.ts';
import {listFiles} from './list-files.ts';
import {parsePiece} from './parse-piece.ts';
import {pieceHash} from './piece-hash.ts';
import type {Extra} from './reader-options.ts';
import {rowFraming} from './row-framing.ts';
import {sourcePath} from './source-path.ts';

/** What makes a format of tables; the rest is the same for all. */
export interface ColumnarFormat {
	readonly name: string;
	/** The columns asked for, and those given, which may carry the others. */
	readonly declared: Columns;
	readonly columns: Columns;
	readonly extra: Extra;
	readonly options: Json;
	/** URL of the module that declares the format. */
	readonly module: string;
	readonly folder: () => Folder;
	readonly maxRecordBytes: number;
	readonly pieceBytes: number;
	/** Opens a table: all columns, or those named. */
	open(path: string, columns: readonly string[] | undefined): Promise<TableStream>;
}
