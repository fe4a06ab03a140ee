import {MillraceError, nullable, utf8, type Columns, type RowOf} from '@millrace/core';
import {z} from 'zod';
import {filesOption, type Files} from './folder.ts';

/** Options of every reader. */
export interface ReaderOptions {
	readonly files: Files;
	/** A longer record is quarantined, and never held. Default 16 MiB. */
	readonly maxRecordBytes?: number;
	/** About how many bytes of records a piece has. Default 2 MiB. */
	readonly pieceBytes?: number;
	/** How many times its size a compressed file may grow to. Default 200. */
	readonly maxRatio?: number;
}

/**
 * What happens to columns that nobody asked for: they are left out, refused by an error that names them, or carried
 * in the nullable text column `extra`, as a JSON object with sorted keys.
 */
export type Extra = 'drop' | 'refuse' | 'carry';

/** The row of a reader of `columns`. */
export type ReadRow<C extends Columns, E extends Extra> = E extends 'carry'
	? RowOf<C> & {readonly extra: string | null}
	: RowOf<C>;

const size = z.int().positive();

export const readerShape = {
	files: filesOption,
	maxRecordBytes: size.max(1 << 30).default(16 << 20),
	pieceBytes: size
		.min(256)
		.max(1 << 28)
		.default(2 << 20),
	maxRatio: z.number().positive().default(200),
};

export const columnsShape = {
	columns: z.custom<Columns>(
		(given) => isColumns(given),
		'expected at least one column, such as {text: utf8}',
	),
	extra: z.enum(['drop', 'refuse', 'carry']).default('drop'),
};

/** The columns that a reader gives, with the one that carries the others. Throws a MillraceError `usage` on a name taken twice. */
export function readColumns(owner: string, columns: Columns, extra: Extra): Columns {
	if (extra !== 'carry') return columns;
	if (Object.hasOwn(columns, 'extra'))
		throw new MillraceError(
			'usage',
			`${owner}: the column extra carries the others; rename yours, or set extra to "drop" or "refuse".`,
		);
	return {...columns, extra: nullable(utf8)};
}

function isColumns(given: unknown): boolean {
	if (typeof given !== 'object' || given === null) return false;
	const columns: readonly unknown[] = Object.values(given);
	return (
		columns.length > 0 &&
		columns.every((column) => typeof column === 'object' && column !== null && 'type' in column)
	);
}
