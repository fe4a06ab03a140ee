import type {Column} from '@millrace/core';
import {z} from 'zod';

/** An option that names columns and their types, for stages that take columns of any type: `{by: {stars: int32}}`. */
export const columnsOption = z
	.record(
		z.string(),
		z.custom<Column<unknown>>(isColumn, 'expected the type of a column of scalars, such as utf8 or int32'),
	)
	// Their order counts, and a fingerprint does not see that of an object.
	.transform((columns) => Object.entries(columns))
	.meta({title: 'columns'});

function isColumn(value: unknown): boolean {
	if (typeof value !== 'object' || value === null || !('type' in value)) return false;
	const {type} = value;
	if (typeof type !== 'object' || type === null || !('kind' in type)) return false;
	return typeof type.kind === 'string' && !['list', 'struct'].includes(type.kind);
}
