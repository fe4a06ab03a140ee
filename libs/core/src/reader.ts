import type {Columns} from './column.ts';
import type {Json} from './json.ts';
import type {Origin} from './origin.ts';
import type {Vector} from './vector.ts';

/**
 * A reader lists sources, cuts each into pieces at content-defined borders, and parses a piece to rows.
 * Every implementation passes `testReader` of `@millrace/testing`.
 */
export interface Reader<out Row> {
	readonly name: string;
	readonly columns: Columns;
	readonly options: Json;
	readonly origin: Origin;
	/** The files to read, sorted by path. */
	list(): AsyncIterable<SourceFile>;
	/** Throws one error that names every column which the file lacks or holds with another type. */
	check(source: SourceFile): Promise<void>;
	/** Reads a source once, from begin to end, and cuts it into pieces. */
	cut(source: SourceFile): AsyncIterable<CutPiece>;
	/** Parses one piece; `spooled` are its bytes where `cut` gave them. */
	read(path: string, piece: Piece, spooled?: Uint8Array): Promise<ReadBatch>;
	readonly '~row'?: () => Row;
}

/** A file below the reader's folder. */
export interface SourceFile {
	/** Relative, with `/`: the name that row ids are made of. */
	readonly path: string;
	readonly bytes: number;
	/** Changes whenever the file may have changed: size, times and inode. */
	readonly stamp: string;
	/** Milliseconds since 1970 of the last change of content or inode: a stamp taken too soon after it is not trusted. */
	readonly changed: number;
}

/** A run of records of one source. */
export interface Piece {
	/** First byte of the decompressed stream, or first row where `unit` is `row`. */
	readonly start: number;
	readonly end: number;
	readonly unit: 'byte' | 'row';
	readonly records: number;
	/** Hash of the records' hashes, 32 hexadecimal digits. */
	readonly hash: string;
}

/** A piece as `cut` finds it. */
export interface CutPiece extends Piece {
	/** 16 bytes a record: the hash of the record's content. */
	readonly hashes: Uint8Array;
	/** The bytes to keep, where the source cannot be read from its middle. */
	readonly spool?: Uint8Array;
}

/** The rows of a piece. Records that could not be read are in `quarantines`, by record number. */
export interface ReadBatch {
	readonly length: number;
	readonly vectors: ReadonlyMap<string, Vector>;
	/** For each row, its record within the piece. */
	readonly records: Int32Array;
	/** 16 bytes a record, quarantined ones included; must give `piece.hash` again. */
	readonly hashes: Uint8Array;
	readonly quarantines: readonly ReadQuarantine[];
}

/** A record that could not be read. */
export interface ReadQuarantine {
	readonly record: number;
	/** Its first byte in the (decompressed) file, or its row. */
	readonly offset: number;
	readonly error: string;
}
