import {MillraceError, parseOptions, type AnyRow, type Columns, type Reader} from '@millrace/core';
import {byteReader} from './byte-reader.ts';
import {extraJson, parseExact} from './parse-exact.ts';
import {folderOf} from './folder.ts';
import {lineFraming} from './line-framing.ts';
import {jsonColumnFaults} from './json-column-faults.ts';
import {isObject, jsonConversion, jsonFault, ownValue, type JsonObject} from './json-conversion.ts';
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
		faults: (sample) => sampleFaults(declared, extra, sample),
		parser: (source) => jsonParser(declared, extra, source),
	});
}

function jsonParser(columns: Columns, extra: Extra, {bytes}: ParserSource): RecordParser {
	// Only an escape can give a lone surrogate, since the bytes are valid UTF-8.
	const strict = bytes.includes('\\ud') || bytes.includes('\\uD');
	const fields = Object.entries(columns).map(([name, {type}]) => ({
		name,
		type,
		convert: jsonConversion(type, strict),
	}));
	const known = new Set(Object.keys(columns));
	const convertAll = (row: JsonObject, values: unknown[]): string | undefined => {
		for (let index = 0; index < fields.length; index++) {
			const field = fields[index];
			if (!field) continue;
			const value = ownValue(row, field.name);
			const converted = field.convert(value);
			if (converted === undefined) return `column ${field.name}: ${jsonFault(value, field.type)}`;
			values[index] = converted;
		}
		return undefined;
	};
	return (start, end, values) => {
		const text = bytes.toString('utf8', start, end);
		const row = parseJson(text);
		if (!isObject(row))
			return row === undefined
				? 'expected a JSON object, found text that is not JSON'
				: 'expected a JSON object, found another JSON value';
		let fault = convertAll(row, values);
		if (fault !== undefined && /\d{16}/.test(text)) {
			const exact = parseExact(text);
			if (isObject(exact)) fault = convertAll(exact, values);
		}
		if (fault !== undefined || extra === 'drop') return fault;
		const others = extraJson(row, known, () => text);
		if (extra === 'refuse' && others !== null)
			throw new MillraceError('schema', refusal(Object.keys(row).filter((name) => !known.has(name))));
		if (extra === 'carry') {
			if (strict && others?.isWellFormed() === false) return 'column extra: the text holds a lone surrogate';
			values[fields.length] = others;
		}
		return undefined;
	};
}

function sampleFaults(columns: Columns, extra: Extra, {bytes, starts, ends}: Sample): readonly string[] {
	const rows = starts
		.map((start, index) => parseJson(bytes.toString('utf8', start, ends[index])))
		.filter(isObject);
	const faults = jsonColumnFaults(columns, rows);
	const others =
		extra === 'refuse'
			? [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) => !Object.hasOwn(columns, name))
			: [];
	return others.length === 0 ? faults : [...faults, refusal(others)];
}

const refusal = (names: readonly string[]): string =>
	`fields that nobody asked for: ${[...names].sort().join(', ')}; declare them, or set extra to "drop" or "carry"`;

/** The value of a JSON text; undefined where it is none. */
function parseJson(text: string): unknown {
	try {
		const value: unknown = JSON.parse(text);
		return value;
	} catch {
		return undefined;
	}
}
