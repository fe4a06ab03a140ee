import {MillraceError, type Columns} from '@millrace/core';
import {jsonColumnFaults} from './json-column-faults.ts';
import {isObject, jsonConversion, jsonFault, ownValue, type JsonObject} from './json-conversion.ts';
import {extraJson, parseExact} from './parse-exact.ts';
import type {ParserSource, RecordParser} from './parse-piece.ts';
import type {Extra} from './reader-options.ts';
import type {Sample} from './sample-records.ts';

/** What a record is read for: declared fields, and what a format makes of others. */
export interface JsonFormat {
	readonly columns: Columns;
	readonly extra: Extra;
	/** Fields that the format reads itself, so that they are nothing extra. */
	readonly fields?: readonly string[];
	/** Reads those fields to the columns after the declared ones, or says what is wrong; `strict` where text may be ill-formed. */
	readonly read?: (row: JsonObject, strict: boolean) => readonly unknown[] | string;
}

/** Makes the parser of records that are a JSON object each. */
export function jsonParser(
	{columns, extra, fields: own = [], read}: JsonFormat,
	{bytes}: ParserSource,
): RecordParser {
	// Only an escape can give a lone surrogate, since the bytes are valid UTF-8.
	const strict = bytes.includes('\\ud') || bytes.includes('\\uD');
	const fields = Object.entries(columns).map(([name, {type}]) => ({
		name,
		type,
		convert: jsonConversion(type, strict),
	}));
	const known = new Set([...Object.keys(columns), ...own]);
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
		if (fault !== undefined) return fault;
		const made = read?.(row, strict) ?? [];
		if (typeof made === 'string') return made;
		for (const [index, value] of made.entries()) values[fields.length + index] = value;
		if (extra === 'drop') return undefined;
		const others = extraJson(row, known, () => text);
		if (extra === 'refuse' && others !== null)
			throw new MillraceError('schema', refusal(Object.keys(row).filter((name) => !known.has(name))));
		if (extra === 'carry') {
			if (strict && others?.isWellFormed() === false) return 'column extra: the text holds a lone surrogate';
			values[fields.length + made.length] = others;
		}
		return undefined;
	};
}

/** What is wrong with the declared columns of a file, by its first records. */
export function jsonSampleFaults(
	{columns, extra, fields = []}: JsonFormat,
	sample: Sample,
): readonly string[] {
	const rows = sampleObjects(sample);
	const faults = jsonColumnFaults(columns, rows);
	const others =
		extra === 'refuse'
			? [...new Set(rows.flatMap((row) => Object.keys(row)))].filter(
					(name) => !Object.hasOwn(columns, name) && !fields.includes(name),
				)
			: [];
	return others.length === 0 ? faults : [...faults, refusal(others)];
}

/** The objects among the first records of a file. */
export const sampleObjects = ({bytes, starts, ends}: Sample): readonly JsonObject[] =>
	starts.map((start, index) => parseJson(bytes.toString('utf8', start, ends[index]))).filter(isObject);

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
