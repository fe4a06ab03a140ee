import {MillraceError, nearest, typeName, type ColumnType, type Schema} from '@millrace/core';
import {roleNames, type ReportSettings, type Role, type Roles} from './report-settings.ts';

/**
 * The columns that play the roles of a report: those of the settings, checked against the columns, else those whose
 * names and types fit. One error names every role whose column is missing or of another type.
 */
export function rolesOf(where: string, columns: Schema, settings?: ReportSettings): Roles {
	if (!settings) return inferredRoles(columns);
	const faults = roleNames.flatMap((role) => {
		const name = settings.roles[role];
		return name === undefined ? [] : roleFault(role, name, columns);
	});
	if (faults.length === 0) return settings.roles;
	throw new MillraceError(
		'schema',
		`${where}: expected the columns that reportSettings names, found: ${faults.join('; ')}. There are ${[...columns.keys()].sort().join(', ')}.`,
	);
}

/** The roles of settings whose columns are there, as in a version of before the settings. */
export function fittingRoles(roles: Roles, columns: Schema): Roles {
	return Object.fromEntries(
		Object.entries(roles).filter(
			([role, name]) => isRole(role) && roleFault(role, name, columns).length === 0,
		),
	);
}

const isRole = (name: string): name is Role => roleNames.some((role) => role === name);

/** The names by which columns of each role usually go. */
const usualNames: Readonly<Record<Role, readonly string[]>> = {
	text: ['text', 'content', 'body', 'document', 'messages', 'message', 'conversations'],
	label: ['label', 'class', 'category', 'intent', 'target'],
	tokens: ['token_count', 'input_ids', 'tokens', 'n_tokens', 'num_tokens'],
	language: ['language', 'lang', 'locale'],
	group: [],
};

function inferredRoles(columns: Schema): Roles {
	return Object.fromEntries(
		roleNames.flatMap((role) => {
			const found = usualNames[role].find((name) => {
				const type = columns.get(name);
				return type !== undefined && fits[role](type);
			});
			return found === undefined ? [] : [[role, found]];
		}),
	);
}

const isOf =
	(...kinds: readonly ColumnType['kind'][]) =>
	({kind}: ColumnType): boolean =>
		kinds.includes(kind);

/** Whether a column holds a conversation: a list of structs with their text in `content`. */
export const isConversation = (type: ColumnType): boolean =>
	type.kind === 'list' && type.of.kind === 'struct' && type.of.fields['content']?.kind === 'utf8';

const fits: Readonly<Record<Role, (type: ColumnType) => boolean>> = {
	text: (type) => type.kind === 'utf8' || isConversation(type),
	label: isOf('utf8', 'bool', 'int32', 'int64'),
	tokens: isOf('list', 'int32', 'int64'),
	language: isOf('utf8'),
	group: isOf('utf8', 'int32', 'int64'),
};

const wanted: Readonly<Record<Role, string>> = {
	text: 'utf8, or a list of structs with content: utf8',
	label: 'utf8, bool, int32 or int64',
	tokens: 'a list, int32 or int64',
	language: 'utf8',
	group: 'utf8, int32 or int64',
};

function roleFault(role: Role, name: string, columns: Schema): readonly string[] {
	const type = columns.get(name);
	if (type)
		return fits[role](type) ? [] : [`${role}: column ${name} is ${typeName(type)}, not ${wanted[role]}`];
	const meant = nearest(name, columns.keys());
	return [
		`${role}: no column ${JSON.stringify(name)}${meant === undefined ? '' : `, did you mean ${meant}?`}`,
	];
}
