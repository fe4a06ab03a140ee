import {MillraceError, nearest, parseOptions} from '@millrace/core';
import {pricesOption, type Prices} from '@millrace/text';
import {z} from 'zod';

const column = z.string('expected the name of a column').min(1, 'expected the name of a column').optional();

/** The columns that play a part in a report. */
const shape = {
	/** The text that lengths, duplicates and probes look at: `utf8`, or a list of structs with `content: utf8`. */
	text: column,
	/** The class of a row: `utf8`, `bool`, `int32` or `int64`. */
	label: column,
	/** The tokens of a row or their number: a list, `int32` or `int64`. */
	tokens: column,
	/** The language of a row: `utf8`. */
	language: column,
	/** What must not straddle splits: `utf8`, `int32` or `int64`. */
	group: column,
};

/** A part that a column plays in a report. */
export type Role = keyof typeof shape;

/** What a report may be told besides. */
const more = {
	/** What tokens cost, as `withLimits` takes it; for all makers of variants. */
	prices: pricesOption.optional(),
};

export const roleNames: readonly Role[] = ['text', 'label', 'tokens', 'language', 'group'];

/** The column of each role, where there is one. */
export type Roles = Readonly<Partial<Record<Role, string>>>;

/** What a pipeline says of its report; make it with `reportSettings`. */
export interface ReportSettings {
	readonly kind: 'report';
	readonly roles: Roles;
	readonly prices?: Prices;
}

/**
 * Names the columns that a report looks at: `export const report = reportSettings({text: 'body', label: 'queue'})`
 * beside the pipeline. A role that is not named is left out of the report; without the export the columns are found
 * by their names and types. `prices: {perMillionInput, perMillionOutput}` turns tokens that variants took into money.
 * Throws a MillraceError `usage` on an unknown role, with the one that was probably meant.
 */
export function reportSettings(
	given: {readonly [R in Role]?: string} & {readonly prices?: Prices} = {},
): ReportSettings {
	const parsed = parseOptions('report settings', {...shape, ...more}, given);
	const roles = roleNames.flatMap((role) => {
		const name = parsed[role];
		return name === undefined ? [] : [[role, name] as const];
	});
	return {
		kind: 'report',
		roles: Object.fromEntries(roles),
		...(parsed.prices ? {prices: parsed.prices} : {}),
	};
}

/** The report settings that a pipeline's module exports; undefined where it exports none. */
export function exportedSettings(where: string, exports: unknown): ReportSettings | undefined {
	if (typeof exports !== 'object' || exports === null) return undefined;
	const found = 'report' in exports ? exports.report : undefined;
	if (isSettings(found)) return found;
	if (found !== undefined)
		throw new MillraceError(
			'usage',
			`${where}: expected the export report to be made by reportSettings({…}), found ${typeof found}; call it.`,
		);
	const meant = Object.entries(exports).find(([name, value]) => name !== 'default' && isSettings(value));
	if (meant && nearest(meant[0], ['report']) !== undefined)
		throw new MillraceError(
			'usage',
			`${where}: expected report settings to be exported as report, found them as ${meant[0]}; rename it.`,
		);
	return undefined;
}

const isSettings = (value: unknown): value is ReportSettings =>
	typeof value === 'object' &&
	value !== null &&
	'kind' in value &&
	value.kind === 'report' &&
	'roles' in value;
