import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {fingerprint, MillraceError, optionsJson, valueFault, type AnyRow, type Columns} from '@millrace/core';

/** Rows given in place or by a file; their content is what enters a fingerprint. */
export interface ExampleRows {
	readonly identity: string;
	/** The rows, once every one was found to have the columns. Throws a MillraceError `usage` that lists those which lack them. */
	read(columns: Columns): readonly AnyRow[];
}

/**
 * Reads example rows, of a file of JSON Lines or of one JSON list. Throws a MillraceError `missing` where the file is
 * gone, `usage` where it holds anything else than objects.
 */
export function exampleRows(from: readonly AnyRow[] | URL): ExampleRows {
	const rows = from instanceof URL ? parsed(from) : from;
	return {
		identity: fingerprint(optionsJson(rows)),
		read(columns) {
			const faults = rows.flatMap((row, place) =>
				Object.entries(columns).flatMap(([name, {type}]) => {
					const value = row[name];
					const whole = type.kind === 'int64' && Number.isSafeInteger(value);
					const fault = whole ? undefined : valueFault(value, type);
					return fault === undefined ? [] : [`example ${place + 1}, column ${name}: ${fault}`];
				}),
			);
			if (faults.length > 0)
				throw new MillraceError('usage', `examples: ${faults.slice(0, MOST_FAULTS).join('; ')}.`);
			return rows;
		},
	};
}

const MOST_FAULTS = 10;

function parsed(url: URL): readonly AnyRow[] {
	const path = fileURLToPath(url);
	const text = textOf(path).replace(/^\ufeff/, '');
	const values = text.trimStart().startsWith('[')
		? [valueOf(text)].flat()
		: text.split('\n').filter(isFilled).map(valueOf);
	const bad = values.flatMap((value, index) => (isRow(value) ? [] : [index + 1]));
	if (bad.length > 0)
		throw new MillraceError(
			'usage',
			`${path}: expected one JSON object a line, or a JSON list of them, found another value as number ${bad.slice(0, MOST_FAULTS).join(', ')}.`,
		);
	return values.filter(isRow);
}

function textOf(path: string): string {
	try {
		return readFileSync(path, 'utf8');
	} catch (error) {
		throw new MillraceError('missing', `${path}: expected a file of examples, which cannot be read.`, {
			cause: error,
		});
	}
}

/** The value of a JSON text; undefined where it is none. */
function valueOf(text: string): unknown {
	try {
		const value: unknown = JSON.parse(text);
		return value;
	} catch {
		return undefined;
	}
}

const isFilled = (line: string): boolean => line.trim() !== '';
const isRow = (value: unknown): value is AnyRow =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
