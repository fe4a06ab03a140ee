import {MillraceError, typeName} from '@millrace/core';
import {columnNames, headerFaults, type Csv} from './csv-faults.ts';
import {csvFields, type CsvField} from './csv-fields.ts';
import {csvConversion} from './csv-conversion.ts';
import type {ParserSource, RecordParser} from './parse-piece.ts';

/** Makes the parser of a piece of a CSV file. Throws a MillraceError `schema` where the header has changed. */
export function csvParser(csv: Csv, {bytes, header}: ParserSource): RecordParser {
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
