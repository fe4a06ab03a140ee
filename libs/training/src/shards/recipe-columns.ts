import {
	isAssignable,
	list,
	MillraceError,
	nearest,
	nullable,
	struct,
	typeName,
	utf8,
	int32,
	type Column,
	type ColumnType,
} from '@millrace/core';
import type {RecipeSettings} from '../recipe/recipe-shape.ts';
import type {Published} from './published.ts';

/** What a recipe reads: for each role the column that holds it. */
export type RecipeColumns = ReadonlyMap<Role, string>;

export type Role = 'text' | 'messages' | 'input_ids' | 'labels' | 'label';

/** The columns of a recipe; text is what a causal recipe learns unless it says otherwise. */
export function rolesOf(settings: RecipeSettings): RecipeColumns {
	const {columns} = settings;
	const found = new Map<Role, string>();
	for (const role of roles) {
		const name: unknown = role in columns ? Reflect.get(columns, role) : undefined;
		if (typeof name === 'string') found.set(role, name);
	}
	if (!found.has('text') && !found.has('messages') && !found.has('input_ids')) found.set('text', 'text');
	return found;
}

/**
 * The types of a recipe's columns in a version, by name. Throws one MillraceError `schema` that names every column
 * that is missing or of another type.
 */
export function columnTypes(
	settings: RecipeSettings,
	{dataset, version, columns}: Published,
): ReadonlyMap<string, ColumnType> {
	const faults: string[] = [];
	const types = new Map<string, ColumnType>();
	for (const [role, name] of rolesOf(settings)) {
		const type = columns.get(name);
		const wanted = wantedTypes[role].type;
		if (!type) {
			const meant = nearest(name, columns.keys());
			faults.push(
				`columns.${role}: expected a column ${JSON.stringify(name)}, found ${[...columns.keys()].sort().join(', ')}${meant === undefined ? '' : `; did you mean ${JSON.stringify(meant)}?`}`,
			);
		} else if (!isAssignable(type, wanted)) {
			faults.push(
				`columns.${role}: expected ${JSON.stringify(name)} to be ${typeName(wanted)}, found ${typeName(type)}`,
			);
		} else types.set(name, type);
	}
	if (faults.length > 0)
		throw new MillraceError('schema', `recipe for ${dataset} version ${version}: ${faults.join('; ')}.`);
	return types;
}

const roles = ['text', 'messages', 'input_ids', 'labels', 'label'] as const;

const wantedTypes: Readonly<Record<Role, Column<unknown>>> = {
	text: nullable(utf8),
	label: nullable(utf8),
	messages: nullable(list(struct({role: utf8, content: nullable(utf8)}))),
	input_ids: nullable(list(int32)),
	labels: nullable(list(int32)),
};
