import type {Columns, ColumnType} from './column.ts';
import {isAssignable, typeName} from './column-type.ts';
import {MillraceError} from './errors.ts';
import {nearest} from './nearest.ts';
import type {Node} from './pipeline.ts';

/** Columns by name, in order. */
export type Schema = ReadonlyMap<string, ColumnType>;

/** The columns after a node. */
export function schemaAfter(schema: Schema, node: Node): Schema {
	if (node.kind === 'project') {
		return new Map(node.columns.map(([from, to]) => [to, typeOf(schema, from)]));
	}
	const after = new Map(schema);
	for (const [role, {type}] of Object.entries(node.step.adds))
		after.set(node.step.columns.get(role) ?? role, type);
	return after;
}

interface Needing {
	readonly name: string;
	readonly needs: Columns;
	readonly columns: ReadonlyMap<string, string>;
}

/** Throws one error that lists every column which is missing, or of another type than the step needs. */
export function checkStep(where: string, schema: Schema, {name, needs, columns}: Needing): void {
	// Two roles may stand for one column and want different types of it.
	const faults = new Set(
		Object.entries(needs).flatMap(([role, {type}]) =>
			columnFaults(schema, new Map([[columns.get(role) ?? role, type]])),
		),
	);
	if (faults.size === 0) return;
	throw new MillraceError(
		'schema',
		`${where}: stage ${name} cannot run: ${[...faults].join('; ')}. Columns there: ${[...schema.keys()].join(', ')}.`,
	);
}

/** What is wrong with the columns found, for each that is wanted. */
export function columnFaults(found: Schema, wanted: Schema): readonly string[] {
	return [...wanted].flatMap(([column, type]) => {
		const have = found.get(column);
		if (have === undefined) {
			const meant = nearest(column, found.keys());
			return `column ${column} (${typeName(type)}) is missing${meant === undefined ? '' : `, perhaps ${meant} was meant`}`;
		}
		return isAssignable(have, type)
			? []
			: `column ${column} is ${typeName(have)}, expected ${typeName(type)}`;
	});
}

/** The type of a column that is known to be there. */
export function typeOf(schema: Schema, column: string): ColumnType {
	const type = schema.get(column);
	if (!type)
		throw new MillraceError(
			'schema',
			`column ${column} is missing; columns there: ${[...schema.keys()].join(', ')}.`,
		);
	return type;
}
