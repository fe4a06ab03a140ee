import {isUtf8} from 'node:buffer';
import {vector, type Columns, type ReadBatch, type ReadQuarantine} from '@millrace/core';
import {findRecords} from './find-records.ts';
import type {Framing} from './line-framing.ts';
import {mixHeader} from './mix-header.ts';

/** What it takes to parse a piece. */
export interface PieceFormat {
	readonly columns: Columns;
	readonly framing: Framing;
	readonly maxRecordBytes: number;
	/** Makes the parser of a piece. Throws a MillraceError `schema` where the file's columns have changed. */
	parser(source: ParserSource): RecordParser;
}

export interface ParserSource {
	readonly path: string;
	readonly header: Uint8Array | undefined;
	readonly bytes: Buffer;
}

/** Turns a record to values, one for each column in order, or says why it cannot. */
export type RecordParser = (start: number, end: number, values: unknown[]) => string | undefined;

/** Parses a piece to rows; a record that is too long, not UTF-8 where it should be, or that the parser refuses is quarantined. */
export function parsePiece(
	format: PieceFormat,
	{
		path,
		header,
		bytes: given,
	}: {readonly path: string; readonly header: Uint8Array | undefined; readonly bytes: Uint8Array},
	offsetOf: (record: number, start: number) => number,
): ReadBatch {
	const {framing, maxRecordBytes} = format;
	const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
	const found = findRecords(bytes, framing.borders(bytes, 0, bytes.length, true), framing, maxRecordBytes);
	const {starts, ends} = found;
	const valid = framing.binary === true || isUtf8(bytes);
	const parse = format.parser({path, header, bytes});
	const entries = Object.entries(format.columns);
	const data = entries.map((): unknown[] => []);
	const values = entries.map((): unknown => undefined);
	const records = new Int32Array(starts.length);
	const quarantines: ReadQuarantine[] = [];
	let length = 0;
	for (let record = 0; record < starts.length; record++) {
		const [start, end] = [starts[record] ?? 0, ends[record] ?? 0];
		let error: string | undefined;
		if (end - start > maxRecordBytes) error = tooLong(maxRecordBytes);
		else if (valid || isUtf8(bytes.subarray(start, end))) error = parse(start, end, values);
		else error = notUtf8(bytes, start);
		if (error !== undefined) {
			quarantines.push({record, offset: offsetOf(record, start), error});
			continue;
		}
		for (let column = 0; column < data.length; column++) data[column]?.push(values[column]);
		records[length++] = record;
	}
	const vectors = new Map(
		entries.map(([column, {type}], index) => [column, vector(type, data[index] ?? [])]),
	);
	return {
		length,
		vectors,
		records: records.slice(0, length),
		hashes: mixHeader(found.hashes, header),
		quarantines,
	};
}

/** The batch of a piece that is one record, too long to be held. */
export function longBatch(
	{columns, maxRecordBytes}: PieceFormat,
	offset: number,
	hashes: Uint8Array,
): ReadBatch {
	const vectors = new Map(Object.entries(columns).map(([column, {type}]) => [column, vector(type, [])]));
	return {
		length: 0,
		vectors,
		records: new Int32Array(0),
		hashes,
		quarantines: [{record: 0, offset, error: tooLong(maxRecordBytes)}],
	};
}

/** Why a record that is too long is not read. */
export const tooLong = (most: number): string =>
	`expected a record of at most ${most} bytes, found a longer one; raise maxRecordBytes to read it`;

function notUtf8(bytes: Buffer, start: number): string {
	const mark = bytes.length >= start + 2 ? bytes.readUInt16BE(start) : 0;
	return mark === 0xfffe || mark === 0xfeff
		? 'expected UTF-8, found UTF-16'
		: 'expected UTF-8, found other bytes';
}
