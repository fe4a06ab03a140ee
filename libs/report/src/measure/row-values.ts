import type {ColumnType, Vector} from '@millrace/core';
import {isConversation} from '../settings/roles.ts';
import {conversationText} from './excerpt.ts';

/** The texts of a column: null where there is none. */
export function texts({type, values}: Vector): (row: number) => string | null {
	if (isConversation(type))
		return (row) => {
			const turns = values[row];
			return Array.isArray(turns) ? conversationText(turns) : null;
		};
	return (row) => {
		const text = values[row];
		return typeof text === 'string' ? text : null;
	};
}

/** The values of a column as names: null where there is none. */
export function names({values}: Vector): (row: number) => string | null {
	return (row) => {
		const value = values[row];
		if (typeof value === 'string') return value;
		return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean'
			? String(value)
			: null;
	};
}

/** The lengths that a column holds, as numbers or as lists; null where there is none. */
export function lengths({type, values}: Vector): (row: number) => number | null {
	if (type.kind === 'list')
		return (row) => {
			const value = values[row];
			return hasLength(value) ? value.length : null;
		};
	return (row) => {
		const value = values[row];
		return typeof value === 'number' || typeof value === 'bigint' ? Math.max(0, Number(value)) : null;
	};
}

const hasLength = (value: unknown): value is {readonly length: number} =>
	typeof value === 'object' && value !== null && 'length' in value && typeof value.length === 'number';

/** Whether a column holds numbers of which a mean says something. */
export const isNumeric = ({kind}: ColumnType): boolean =>
	kind === 'int32' || kind === 'int64' || kind === 'float32' || kind === 'float64';
