import {nullable, utf8, type Column, type Columns} from '@millrace/core';
import {z} from 'zod';
import {columnsOption} from '../../columns-option.ts';
import {orderKey} from '../../order-key.ts';

/** Which of rows that are alike is kept; where a rule finds several equal, the first in source order. */
export type Keep<Rank extends Columns, Preferred extends string> =
	| 'first'
	| 'longest'
	| {readonly largest: Rank}
	| {readonly smallest: Rank}
	| {readonly prefer: {readonly [K in Preferred]: readonly string[]}};

/** The option of which of rows that are alike is kept. */
export const keepOption = z
	.union([
		z.enum(['first', 'longest']),
		z.strictObject({largest: columnsOption}),
		z.strictObject({smallest: columnsOption}),
		z.strictObject({
			prefer: z
				.record(z.string(), z.array(z.string()).min(1).readonly())
				.refine((columns) => Object.keys(columns).length === 1, 'expected one column'),
		}),
	])
	.prefault('first')
	.meta({
		title:
			"`'first'`, `'longest'`, `{largest: columns}`, `{smallest: columns}` or `{prefer: {column: values}}`",
		description:
			'the first in source order, the longest in bytes of UTF-8, the one with the largest (newest) or smallest of other columns, or the one whose column has the value listed first; the first of equals',
	});

export type KeepOption = z.output<typeof keepOption>;

/** The columns that a rule looks at. */
export function keepColumns(keep: KeepOption): readonly (readonly [name: string, column: Column<unknown>])[] {
	if (typeof keep === 'string') return [];
	if ('largest' in keep) return keep.largest;
	if ('smallest' in keep) return keep.smallest;
	return Object.keys(keep.prefer).map((name) => [name, nullable(utf8)] as const);
}

/** Bytes that order rows as a rule does, the row to be kept first. */
export function keepRank(
	keep: KeepOption,
	row: Readonly<Record<string, unknown>>,
	textBytes: number,
): Uint8Array {
	if (keep === 'first') return none;
	if (keep === 'longest') return number(0xffffffff - textBytes);
	if ('largest' in keep) return orderKey(keep.largest, row, true);
	if ('smallest' in keep) return orderKey(keep.smallest, row);
	const [[name, values] = ['', []]] = Object.entries(keep.prefer);
	const value = row[name];
	const place = typeof value === 'string' ? values.indexOf(value) : -1;
	return number(place < 0 ? values.length : place);
}

const none = new Uint8Array(0);

function number(value: number): Uint8Array {
	const bytes = new Uint8Array(4);
	new DataView(bytes.buffer).setUint32(0, value);
	return bytes;
}
