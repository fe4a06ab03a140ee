import {
	MillraceError,
	nearest,
	type AnyRow,
	type Columns,
	type Json,
	type OptionsOut,
	type Reader,
} from '@millrace/core';
import {byteReader} from './byte-reader.ts';
import {folderOf} from './folder.ts';
import type {JsonObject} from './json-conversion.ts';
import {jsonParser, jsonSampleFaults, sampleObjects, type JsonFormat} from './json-parser.ts';
import {objectFraming} from './object-framing.ts';
import {columnsShape, readColumns, readerShape, type Extra, type ReaderOptions} from './reader-options.ts';

/** Options of the readers of chats. */
export interface ChatOptions<C extends Columns, E extends Extra> extends ReaderOptions {
	/** Other fields to keep, with their types. A nullable one may be missing. */
	readonly columns?: C;
	readonly extra?: E;
}

export const chatShape = {...readerShape, ...columnsShape, columns: columnsShape.columns.optional()};

/** What makes a format of chats; the rest is the same for all. */
export interface ChatFormat {
	readonly name: string;
	/** URL of the module that declares the format. */
	readonly module: string;
	/** Endings of its files, by default. */
	readonly endings: readonly string[];
	/** The columns that it makes. */
	readonly makes: Columns;
	/** The fields that it reads; without the first, a record is no chat. */
	readonly fields: readonly [first: string, ...others: readonly string[]];
	/** Options of its own. */
	readonly options?: Readonly<Record<string, Json>>;
	/** Reads those fields to the columns that it makes, in their order, or says what is wrong. */
	read(row: JsonObject, strict: boolean): readonly unknown[] | string;
}

/** Makes a reader of chats, one JSON object each, in lines or in a list. */
export function chatReader(format: ChatFormat, given: OptionsOut<typeof chatShape>): Reader<AnyRow> {
	const {name, module, endings, makes, fields} = format;
	const {files, columns = {}, extra, ...limits} = given;
	const owner = `reader ${name}`;
	const taken = Object.keys(columns).filter((column) => Object.hasOwn(makes, column));
	if (taken.length > 0)
		throw new MillraceError(
			'usage',
			`${owner}: expected other columns than those that it makes itself, found ${taken.join(', ')}; leave them out.`,
		);
	const json: JsonFormat = {columns, extra, fields, read: (row, strict) => format.read(row, strict)};
	return byteReader({
		name,
		columns: readColumns(owner, {...columns, ...makes}, extra),
		options: {...format.options, extra, maxRecordBytes: limits.maxRecordBytes, pieceBytes: limits.pieceBytes},
		module,
		folder: folderOf(files, endings),
		framing: objectFraming,
		...limits,
		faults: (sample) => [...fieldFaults(fields[0], sampleObjects(sample)), ...jsonSampleFaults(json, sample)],
		parser: (source) => jsonParser(json, source),
	});
}

/** What is wrong where none of the first records has the field of a chat. */
function fieldFaults(field: string, rows: readonly JsonObject[]): readonly string[] {
	if (rows.length === 0 || rows.some((row) => Object.hasOwn(row, field))) return [];
	const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].sort();
	const reader = names.map((name) => readers.get(name)).find((one) => one !== undefined);
	const meant = reader === undefined ? nearest(field, names) : undefined;
	const advice =
		reader === undefined
			? meant === undefined
				? ''
				: `, perhaps ${meant} was meant`
			: `, which ${reader} reads`;
	return [`no record has the field ${field}; fields there: ${names.join(', ')}${advice}`];
}

const readers = new Map([
	['messages', 'fromOpenAiChat'],
	['conversations', 'fromShareGpt'],
	['instruction', 'fromAlpaca'],
]);
