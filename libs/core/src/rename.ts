import type {Columns, ValueOf} from './column.ts';
import {MillraceError} from './errors.ts';
import {unknownOption} from './options.ts';

/** The column that a user names for some of a stage's roles. */
export type Names<C extends Columns> = {readonly [K in keyof C & string]?: string};

/** The row of some columns once the user's names stand for their roles. */
export type RenamedRow<C extends Columns, N> = {
	readonly [K in keyof C as K extends keyof N ? (N[K] extends string ? (string extends N[K] ? K : N[K]) : K) : K]: ValueOf<C[K]>;
} & {};

/** The column of each role; throws on a role that the stage does not have. */
export function columnNames(owner: string, roles: readonly string[], names: Readonly<Record<string, string | undefined>>): ReadonlyMap<string, string> {
	const unknown = Object.keys(names).filter((role) => !roles.includes(role));
	if (unknown.length > 0) {
		throw new MillraceError('usage', `${owner}: ${unknown.map((role) => unknownOption(role, roles).replace('option', 'column role')).join('; ')}.`);
	}
	return new Map(roles.map((role) => [role, names[role] ?? role]));
}
