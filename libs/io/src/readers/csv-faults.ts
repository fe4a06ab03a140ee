import {columnFaults, MillraceError, type Columns, type ColumnType, type Schema} from '@millrace/core';
import {csvFields, type CsvField} from './csv-fields.ts';
import {csvConversion} from './csv-conversion.ts';
import type {Extra} from './reader-options.ts';
import type {Sample} from './sample-records.ts';

/** How a CSV file is read. */
export interface Csv {
	readonly columns: Columns;
	readonly extra: Extra;
	readonly delimiter: string;
	readonly quote: string | undefined;
	readonly names: readonly string[] | undefined;
}

/** The names of a file's columns, by its header. */
export function columnNames(
	{names, delimiter, quote}: Csv,
	header: Uint8Array | undefined,
): readonly string[] {
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

/** What is wrong with the names of the columns. */
export function headerFaults({columns, extra}: Csv, names: readonly string[]): readonly string[] {
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

/** What is wrong with the columns, by the first records too. */
export function csvFaults(csv: Csv, {bytes, header, starts, ends}: Sample): readonly string[] {
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
