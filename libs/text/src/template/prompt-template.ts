import {list, MillraceError, nearest, utf8, type Column, type Columns, type ColumnType} from '@millrace/core';
import {formatValue} from './format-value.ts';
import {parseTemplate} from './parse-template.ts';
import type {Placeholder} from './placeholder.ts';

/** A prompt with placeholders for columns: plain data, so that it can enter a fingerprint. */
export interface PromptTemplate<out Needs extends Columns> {
	readonly turns: readonly TemplateTurn[];
	/** The columns that its placeholders name. */
	readonly columns: Needs;
	/** What stands between the items of a list, by column. */
	readonly join: Readonly<Record<string, string>>;
}

/** One turn of a template. */
export interface TemplateTurn {
	readonly role: 'system' | 'user' | 'assistant';
	/** Text in which `{name}` stands for the column `name`, and `{{` and `}}` for braces. */
	readonly content: string;
}

/** The turns of a template: one of each kind, or any in their order. */
export type TemplateTurns =
	{readonly system?: string; readonly user: string; readonly assistant?: string} | readonly TemplateTurn[];

/** How columns are read that are not text. */
export interface TemplateOptions<C extends Columns, J> {
	/** The type of columns that hold no text: `{stars: int32}`. */
	readonly columns?: C;
	/** What stands between the items of a list: `{tags: ', '}`; its column is `list<utf8>` unless declared. */
	readonly join?: J;
}

/** The columns that a template of these turns needs. Text that the compiler cannot see adds those declared alone. */
export type TemplateColumns<T extends TemplateTurns, C extends Columns, J> = {
	readonly [P in PlaceholderOf<T> | (keyof C & string)]: P extends keyof C
		? C[P]
		: P extends keyof J
			? Column<readonly string[]>
			: Column<string>;
};

/** Refuses turns of other names, which a type parameter would let through. */
type Known<T extends TemplateTurns> = T extends readonly TemplateTurn[]
	? unknown
	: {readonly [K in Exclude<keyof T, 'system' | 'user' | 'assistant'>]: never};

/** Turn by turn, since text that the compiler cannot see would hide that of other turns. */
type PlaceholderOf<T extends TemplateTurns> = T extends readonly TemplateTurn[]
	? {[K in keyof T]: T[K] extends TemplateTurn ? Placeholder<T[K]['content']> : never}[number]
	: {[K in keyof T]: T[K] extends string ? Placeholder<T[K]> : never}[keyof T];

/**
 * Declares a prompt: `promptTemplate({system: 'Be brief.', user: 'Sort this: {body}', assistant: '{label}'})`, or a list
 * of turns. Placeholders name columns of text, unless `columns` or `join` says otherwise; the compiler infers them.
 * Throws a MillraceError `usage` that lists everything wrong with the text, the turns and the options.
 */
export function promptTemplate<
	const T extends TemplateTurns,
	const C extends Columns = {},
	const J extends Readonly<Record<string, string>> = {},
>(turns: T & Known<T>, options?: TemplateOptions<C, J>): PromptTemplate<TemplateColumns<T, C, J>>;
export function promptTemplate(
	given: TemplateTurns,
	{columns = {}, join = {}}: TemplateOptions<Columns, Readonly<Record<string, string>>> = {},
): PromptTemplate<Columns> {
	const turns = turnsOf(given);
	const names = [...new Set(turns.flatMap(({content}) => columnsOf(content)))];
	const types = Object.fromEntries(
		names.map((name): [string, Column<unknown>] => [
			name,
			own(columns, name) ?? (own(join, name) === undefined ? utf8 : list(utf8)),
		]),
	);
	const faults = [
		...roleFaults(rolesOf(given)),
		...turnFaults(turns),
		...names.flatMap((name) => columnFault(name, types[name]?.type ?? utf8.type, own(join, name))),
		...[...new Set([...Object.keys(columns), ...Object.keys(join)])]
			.filter((name) => !names.includes(name))
			.map((name) => unknownName(name, names)),
	];
	if (faults.length > 0) throw new MillraceError('usage', `prompt template: ${faults.join('; ')}.`);
	return {turns, columns: types, join};
}

function turnsOf(given: TemplateTurns): readonly TemplateTurn[] {
	if (isList(given)) return given.map(({role, content}) => ({role, content}));
	return ROLES.flatMap((role) => {
		const content = given[role];
		return content === undefined ? [] : [{role, content}];
	});
}

const ROLES = ['system', 'user', 'assistant'] as const;

/** Turns that the compiler did not see may have other names. */
const rolesOf = (given: TemplateTurns): readonly string[] =>
	isList(given) ? given.map(({role}) => role) : Object.keys(given);

const isList = (given: TemplateTurns): given is readonly TemplateTurn[] => Array.isArray(given);

/** The columns that text names. */
const columnsOf = (content: string): readonly string[] =>
	parseTemplate(content).parts.flatMap((part) => ('column' in part ? [part.column] : []));

function roleFaults(roles: readonly string[]): readonly string[] {
	const known: readonly string[] = ROLES;
	return roles
		.filter((role) => !known.includes(role))
		.map((role) => `expected turns of system, user and assistant, found ${JSON.stringify(role)}`);
}

function turnFaults(turns: readonly TemplateTurn[]): readonly string[] {
	const roles = turns.map(({role}) => role);
	return [
		...(roles.includes('user') ? [] : ['expected a user turn, found none']),
		...(roles.lastIndexOf('system') > 0 ? ['expected the system turn first, found it after another'] : []),
		...turns
			.filter(({content}) => content.trim() === '')
			.map(({role}) => `expected text in the ${role} turn, found none`),
		...turns.flatMap(({role, content}) =>
			parseTemplate(content).faults.map(
				(fault) => `${role} turn: expected a placeholder such as {text}, found ${fault}`,
			),
		),
	];
}

function columnFault(name: string, type: ColumnType, join: string | undefined): readonly string[] {
	const format = formatValue(type, join);
	if (typeof format === 'string') return [`column ${name} ${format}`];
	return join === undefined || type.kind === 'list' ? [] : [`column ${name} is no list and needs no join`];
}

function unknownName(name: string, names: readonly string[]): string {
	const meant = nearest(name, names);
	return `no placeholder names ${name}${meant === undefined ? '' : `, perhaps ${meant} was meant`}`;
}

const own = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
	Object.hasOwn(record, name) ? record[name] : undefined;
