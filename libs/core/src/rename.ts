import type {Columns, ValueOf} from './column.ts';
import {MillraceError} from './errors.ts';
import {unknownOption} from './options.ts';

/** The column that a user names for some of a stage's roles. */
export type Names<C extends Columns> = {readonly [K in keyof C & string]?: string};

/** The row of some columns once the user's names stand for their roles. */
export type RenamedRow<C extends Columns, N> = {
	readonly [
		K in keyof C as K extends keyof N ? (N[K] extends string ? (string extends N[K] ? K : N[K]) : K) : K
	]: ValueOf<C[K]>;
} & {};

/** The column of each role of a step; throws on a role that it does not have, and where it would write a column twice. */
export function columnNames(
	owner: string,
	needs: Columns,
	adds: Columns,
	names: Readonly<Record<string, string | undefined>>,
): ReadonlyMap<string, string> {
	const roles = [...new Set([...Object.keys(needs), ...Object.keys(adds)])];
	const unknown = Object.keys(names).filter((role) => !roles.includes(role));
	if (unknown.length > 0) {
		throw new MillraceError(
			'usage',
			`${owner}: ${unknown.map((role) => unknownOption(role, roles).replace('option', 'column role')).join('; ')}.`,
		);
	}
	const given = new Map(Object.entries(names));
	const columns = new Map(roles.map((role) => [role, given.get(role) ?? role]));
	const twice = Object.keys(adds)
		.map((role) => columns.get(role))
		.filter((column, index, all) => all.indexOf(column) !== index);
	if (twice.length > 0)
		throw new MillraceError(
			'usage',
			`${owner}: it would write two columns named ${[...new Set(twice)].join(', ')}; give them different names.`,
		);
	return columns;
}
