import {
	columnFaults,
	MillraceError,
	typeName,
	type AnyRow,
	type Columns,
	type Json,
	type Reader,
	type Schema,
} from '@millrace/core';
import type {Schema as ArrowSchema} from 'apache-arrow';
import type {TableStream} from './open-arrow.ts';
import {arrowMatches, dataType} from './arrow-matches.ts';
import {cutRecords} from './cut-records.ts';
import {encodeRows, rowParser} from './encode-rows.ts';
import {namedError} from './file-error.ts';
import type {Folder} from './folder.ts';
import {listed} from './list-files.ts';
import {parsePiece} from './parse-piece.ts';
import {pieceHash} from './piece-hash.ts';
import {readColumns, type Extra} from './reader-options.ts';
import {rowFraming} from './row-framing.ts';
import {sourcePath} from './source-path.ts';

/** What makes a format of tables; the rest is the same for all. */
export interface ColumnarFormat {
	readonly name: string;
	readonly declared: Columns;
	readonly extra: Extra;
	readonly options: Json;
	/** URL of the module that declares the format. */
	readonly module: string;
	readonly folder: () => Folder;
	readonly maxRecordBytes: number;
	readonly pieceBytes: number;
	/** Opens a table: all its columns, or those named that it has. */
	open(path: string, columns: readonly string[] | undefined): Promise<TableStream>;
}

/**
 * Makes a reader of a format of tables. A record is the values of its row, so that another encoding of the same rows
 * has the same pieces; a piece is kept as the bytes of its rows, since such files cannot be read from their middle.
 */
export function columnarReader(format: ColumnarFormat): Reader<AnyRow> {
	const {name, declared, extra, options, module, maxRecordBytes, pieceBytes} = format;
	const carry = extra === 'carry';
	const encoding = {declared, carry, maxRecordBytes};
	const columns = readColumns(`reader ${name}`, declared, extra);
	// Longer rows were replaced by their hash, so nothing exceeds this.
	const limits = {framing: rowFraming, maxRecordBytes: maxRecordBytes + 64, pieceBytes};
	const pieces = {...limits, columns, parser: rowParser(declared, carry, maxRecordBytes)};
	let known: Folder | undefined;
	const folder = (): Folder => (known ??= format.folder());
	const place = (path: string): string => sourcePath(folder().root, path);
	const open = async (full: string): Promise<TableStream> => {
		const table = await format.open(full, extra === 'drop' ? Object.keys(declared) : undefined);
		const faults = table.schema ? tableFaults(declared, extra, table.schema) : [];
		if (faults.length === 0) return table;
		await table.close();
		throw new MillraceError(
			'schema',
			`expected the columns that reader ${name} declares, found: ${faults.join('; ')}.`,
		);
	};
	return {
		name,
		columns,
		options,
		origin: {module, functions: []},
		list: () => listed(folder),
		async check({path}) {
			const full = place(path);
			try {
				const table = await open(full);
				await table.close();
			} catch (error) {
				throw tableError(full, error);
			}
		},
		async *cut({path}) {
			const full = place(path);
			try {
				const {batches} = await open(full);
				let start = 0;
				for await (const {records, hashes, bytes} of cutRecords(encodeRows(batches, encoding), limits)) {
					const end = start + records;
					yield {
						start,
						end,
						unit: 'row',
						records,
						hash: pieceHash(hashes),
						hashes,
						spool: Buffer.from(bytes ?? []),
					};
					start = end;
				}
			} catch (error) {
				throw tableError(full, error);
			}
		},
		async read(path, piece, spooled) {
			const full = place(path);
			try {
				const bytes = spooled ?? (await readRows(full, piece));
				return parsePiece(pieces, {path, header: undefined, bytes}, (record) => piece.start + record);
			} catch (error) {
				throw tableError(full, error);
			}
		},
	};

	async function readRows(
		full: string,
		rows: {readonly start: number; readonly end: number},
	): Promise<Uint8Array> {
		const {batches} = await open(full);
		const parts: Uint8Array[] = [];
		for await (const part of encodeRows(batches, encoding, rows)) parts.push(Buffer.from(part));
		return Buffer.concat(parts);
	}
}

/** Whatever goes wrong within a table that was opened, its bytes are to blame. */
function tableError(path: string, error: unknown): unknown {
	const named = namedError(path, error);
	if (named instanceof MillraceError) return named;
	return namedError(
		path,
		new MillraceError(
			'corrupt',
			`expected a whole table, found one that cannot be decoded (${String(error)}); write it again.`,
			{cause: error},
		),
	);
}

/** What is wrong with the columns of a table. Nulls are another matter: they are looked for in each row. */
function tableFaults(declared: Columns, extra: Extra, {fields}: ArrowSchema): readonly string[] {
	const names = fields.map(({name}) => name);
	const wanted: Schema = new Map(Object.entries(declared).map(([name, {type}]) => [name, type]));
	const found: Schema = new Map(names.map((name) => [name, wanted.get(name) ?? {kind: 'utf8'}]));
	const missing = columnFaults(found, wanted);
	const mistyped = fields.flatMap(({name, type}) => {
		const want = wanted.get(name);
		return !want || arrowMatches(dataType(type), want)
			? []
			: [`column ${name} is ${String(type)}, expected ${typeName(want)}`];
	});
	const twice = [
		...new Set(names.filter((name, index) => names.indexOf(name) !== index && wanted.has(name))),
	].sort();
	const others = extra === 'refuse' ? names.filter((name) => !wanted.has(name)).sort() : [];
	return [
		...missing,
		...mistyped,
		...(missing.length > 0 ? [`columns there: ${names.join(', ')}`] : []),
		...(twice.length > 0 ? [`columns named twice: ${twice.join(', ')}`] : []),
		...(others.length > 0
			? [
					`columns that nobody asked for: ${others.join(', ')}; declare them, or set extra to "drop" or "carry"`,
				]
			: []),
	];
}
