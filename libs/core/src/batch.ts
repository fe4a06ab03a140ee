import type {Columns} from './column.ts';
import {MillraceError} from './errors.ts';
import type {Utf8} from './utf8.ts';
import type {Vector} from './vector.ts';

/** Rows moved together, as a stage sees them: by row, by column, or as UTF-8 bytes. */
export interface RecordBatch<out Row> {
	readonly length: number;
	/** The values of each column. */
	readonly columns: {readonly [K in keyof Row]: ArrayLike<Row[K]>};
	/** A text column as UTF-8 bytes with offsets, made without strings where the source had none. */
	utf8(column: keyof Row & string): Utf8;
	/** One row as an object. */
	row(index: number): Row;
}

/** The rows of a batch, one by one. */
export function* rowsOf<Row>(batch: RecordBatch<Row>): Generator<Row> {
	for (let index = 0; index < batch.length; index++) yield batch.row(index);
}

/** Rows without their static types: what the engine moves. */
export type AnyRow = Readonly<Record<string, unknown>>;

/** A batch over vectors; `roles` maps the name that a stage uses to the column that holds it. */
export function recordBatch(
	length: number,
	vectors: ReadonlyMap<string, Vector>,
	roles: ReadonlyMap<string, string>,
): RecordBatch<AnyRow> {
	const found = new Map<string, Vector>();
	for (const [role, name] of roles) {
		const column = vectors.get(name);
		if (column) found.set(role, column);
	}
	const columns: Record<string, ArrayLike<unknown>> = {};
	for (const [role, column] of found) {
		Object.defineProperty(columns, role, {get: () => column.values, enumerable: true});
	}
	const names = [...found.keys()];
	let values: readonly ArrayLike<unknown>[] | undefined;
	return {
		length,
		columns,
		utf8(role) {
			const utf8 = found.get(role)?.utf8;
			if (!utf8)
				throw new MillraceError(
					'schema',
					`batch.utf8: expected a text column, found ${role}; name one of ${names.join(', ')}.`,
				);
			return utf8;
		},
		row(index) {
			values ??= [...found.values()].map((column) => column.values);
			const row: Record<string, unknown> = {};
			for (let column = 0; column < names.length; column++)
				row[names[column] ?? ''] = values[column]?.[index];
			return row;
		},
	};
}

/** Roles that are the columns' own names. */
export const sameRoles = (columns: Columns): ReadonlyMap<string, string> =>
	new Map(Object.keys(columns).map((name) => [name, name]));
