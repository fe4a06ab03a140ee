import {
	columnFaults,
	MillraceError,
	parseOptions,
	typeName,
	type AnyRow,
	type Columns,
	type ColumnType,
	type Reader,
	type Schema,
} from '@millrace/core';
import {z} from 'zod';
import {byteReader} from './byte-reader.ts';
import {csvFields, type CsvField} from './csv-fields.ts';
import {csvFraming} from './csv-framing.ts';
import {csvConversion} from './csv-value.ts';
import {folderOf} from './folder.ts';
import type {ParserSource, RecordParser} from './parse-piece.ts';
import {
	columnsShape,
	readColumns,
	readerShape,
	type Extra,
	type ReaderOptions,
	type ReadRow,
} from './reader-options.ts';
import type {Sample} from './sample-records.ts';

export interface CsvOptions<C extends Columns, E extends Extra> extends ReaderOptions {
	/** The columns to read, by the names in the header; no lists or structs. */
	readonly columns: C;
	readonly extra?: E;
	/** One ASCII character. Default `,`, of `fromTsv` a tab. */
	readonly delimiter?: string;
	/** One ASCII character, or false where a quote is a character like any other. Default `"`, of `fromTsv` false. */
	readonly quote?: string | false;
	/** The names of the columns, where the files have no header. */
	readonly header?: readonly string[];
}

/**
 * Reads CSV as RFC 4180 has it: plain, gzip or Zstandard, from a file, a folder or globs; by default `.csv`. The first
 * record names the columns. Quoted fields may hold line ends; lines without a character are skipped. An empty field
 * is null where null is allowed, unless it is quoted. A record with another number of fields, or with one that does
 * not fit its column, is quarantined. Throws a MillraceError `schema` where the header lacks a column.
 */
export function fromCsv<const C extends Columns, E extends Extra = 'drop'>(
	options: CsvOptions<C, E>,
): Reader<ReadRow<C, E>>;
export function fromCsv(options: CsvOptions<Columns, Extra>): Reader<AnyRow> {
	return csvReader('csv', ['.csv'], ',', '"', options);
}

/** Reads tab-separated values as `fromCsv` reads CSV, but quotes are characters like any other; by default `.tsv` and `.tab`. */
export function fromTsv<const C extends Columns, E extends Extra = 'drop'>(
	options: CsvOptions<C, E>,
): Reader<ReadRow<C, E>>;
export function fromTsv(options: CsvOptions<Columns, Extra>): Reader<AnyRow> {
	return csvReader('tsv', ['.tsv', '.tab'], '\t', false, options);
}

const mark = z
	.string()
	.refine(
		(text) => text.length === 1 && text < '\x80' && !'\0\r\n'.includes(text),
		'expected one ASCII character that is no line end',
	);

function csvReader(
	name: string,
	endings: readonly string[],
	delimiterOf: string,
	quoteOf: string | false,
	given: CsvOptions<Columns, Extra>,
): Reader<AnyRow> {
	const owner = `reader ${name}`;
	const shape = {
		...readerShape,
		...columnsShape,
		delimiter: mark.default(delimiterOf),
		quote: z.union([mark, z.literal(false)]).default(quoteOf),
		header: z.array(z.string()).nonempty().readonly().optional(),
	};
	const {
		files,
		columns: declared,
		extra,
		delimiter,
		quote,
		header,
		...limits
	} = parseOptions(owner, shape, given);
	if (delimiter === quote)
		throw new MillraceError(
			'usage',
			`${owner}: expected two characters, found ${JSON.stringify(quote)} as delimiter and as quote.`,
		);
	const nested = Object.entries(declared).filter(
		([, {type}]) => type.kind === 'list' || type.kind === 'struct',
	);
	if (nested.length > 0) {
		throw new MillraceError(
			'usage',
			`${owner}: expected plain columns, found ${nested.map(([column, {type}]) => `${column} (${typeName(type)})`).join(', ')}; read them as utf8, or use JSON Lines.`,
		);
	}
	const csv: Csv = {
		columns: declared,
		extra,
		delimiter,
		quote: quote === false ? undefined : quote,
		names: header,
	};
	const syntax = {
		delimiter: delimiter.charCodeAt(0),
		quote: quote === false ? undefined : quote.charCodeAt(0),
	};
	return byteReader({
		name,
		columns: readColumns(owner, declared, extra),
		options: {
			extra,
			delimiter,
			quote,
			header: header ?? null,
			maxRecordBytes: limits.maxRecordBytes,
			pieceBytes: limits.pieceBytes,
		},
		module: import.meta.url,
		folder: folderOf(files, endings),
		framing: csvFraming(syntax, limits.maxRecordBytes, header === undefined),
		header: header && Buffer.from(JSON.stringify(header)),
		...limits,
		faults: (sample) => csvFaults(csv, sample),
		parser: (source) => csvParser(csv, source),
	});
}

interface Csv {
	readonly columns: Columns;
	readonly extra: Extra;
	readonly delimiter: string;
	readonly quote: string | undefined;
	readonly names: readonly string[] | undefined;
}

function csvParser(csv: Csv, {bytes, header}: ParserSource): RecordParser {
	const {columns, extra, delimiter, quote} = csv;
	const names = columnNames(csv, header);
	const faults = headerFaults(csv, names);
	if (faults.length > 0)
		throw new MillraceError(
			'schema',
			`expected the header as it was when the file was checked, found: ${faults.join('; ')}.`,
		);
	const fields = Object.entries(columns).map(([name, {type}]) => ({
		name,
		type,
		at: names.indexOf(name),
		convert: csvConversion(type),
	}));
	const others = [...names.entries()]
		.filter(([, name]) => !Object.hasOwn(columns, name))
		.sort(([, a], [, b]) => (a < b ? -1 : 1));
	return (start, end, values) => {
		const found = csvFields(bytes.toString('utf8', start, end), delimiter, quote);
		if (typeof found === 'string') return found;
		if (found.length !== names.length) return `expected ${names.length} fields, found ${found.length}`;
		for (const [index, {name, type, at, convert}] of fields.entries()) {
			const field = found[at] ?? {text: '', quoted: false};
			const value = convert(field);
			if (value === undefined)
				return `column ${name}: expected ${typeName(type)}, found ${JSON.stringify(field.text.slice(0, 40))}`;
			values[index] = value;
		}
		if (extra === 'carry') values[fields.length] = carried(others, found);
		return undefined;
	};
}

function carried(
	others: readonly (readonly [at: number, name: string])[],
	fields: readonly CsvField[],
): string | null {
	if (others.length === 0) return null;
	return `{${others.map(([at, name]) => `${JSON.stringify(name)}:${JSON.stringify(fields[at]?.text ?? '')}`).join(',')}}`;
}

function columnNames({names, delimiter, quote}: Csv, header: Uint8Array | undefined): readonly string[] {
	if (names) return names;
	const line = Buffer.from(header ?? [])
		.toString('utf8')
		.replace(/\r?\n$/, '');
	const fields = csvFields(line, delimiter, quote);
	if (typeof fields === 'string')
		throw new MillraceError(
			'schema',
			`expected a header, found a first record that cannot be read: ${fields}.`,
		);
	return fields.map(({text}) => text);
}

/** What is wrong with the names alone. */
function headerFaults({columns, extra}: Csv, names: readonly string[]): readonly string[] {
	const twice = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].sort();
	const found: Schema = new Map(names.map((name) => [name, columns[name]?.type ?? {kind: 'utf8'}]));
	const others = extra === 'refuse' ? names.filter((name) => !Object.hasOwn(columns, name)).sort() : [];
	const missing = columnFaults(found, new Map(Object.entries(columns).map(([name, {type}]) => [name, type])));
	return [
		...missing,
		...(missing.length > 0 ? [`columns there: ${names.join(', ')}`] : []),
		...(twice.length > 0 ? [`columns named twice: ${twice.join(', ')}`] : []),
		...(others.length > 0
			? [
					`columns that nobody asked for: ${others.join(', ')}; declare them, or set extra to "drop" or "carry"`,
				]
			: []),
	];
}

function csvFaults(csv: Csv, {bytes, header, starts, ends}: Sample): readonly string[] {
	if (!header && !csv.names) return [];
	const names = columnNames(csv, header);
	const rows = starts
		.map((start, index) => csvFields(bytes.toString('utf8', start, ends[index]), csv.delimiter, csv.quote))
		.filter((row) => typeof row !== 'string');
	const typed = Object.entries(csv.columns).flatMap(([name, {type}]) => {
		const at = names.indexOf(name);
		const found =
			at === -1
				? undefined
				: foundType(
						type,
						rows.flatMap((row) => row[at] ?? []),
					);
		return found ? columnFaults(new Map([[name, found]]), new Map([[name, type]])) : [];
	});
	return [...headerFaults(csv, names), ...typed];
}

/** What a column seems to be, where no field of it fits. */
function foundType(type: ColumnType, fields: readonly CsvField[]): ColumnType | undefined {
	const convert = csvConversion(type);
	if (fields.length === 0 || fields.some((field) => convert(field) !== undefined)) return undefined;
	return fields.every(({text}) => text === '') ? {...type, nullable: true} : {kind: 'utf8'};
}
