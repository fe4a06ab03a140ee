import {MillraceError, parseOptions, typeName, type AnyRow, type Columns, type Reader} from '@millrace/core';
import {z} from 'zod';
import {byteReader} from './byte-reader.ts';
import {csvFaults, type Csv} from './csv-faults.ts';
import {csvFraming} from './csv-framing.ts';
import {csvParser} from './csv-parser.ts';
import {folderOf} from './folder.ts';
import {
	columnsShape,
	readColumns,
	readerShape,
	type Extra,
	type ReaderOptions,
	type ReadRow,
} from './reader-options.ts';

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
