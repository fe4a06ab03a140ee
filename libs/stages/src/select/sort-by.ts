import {
	binary,
	defineBarrier,
	parseOptions,
	type AnyStep,
	type Columns,
	type RowOf,
	type Step,
} from '@millrace/core';
import {z} from 'zod';
import {columnsOption} from '../columns-option.ts';
import {orderKey} from '../order-key.ts';

/**
 * Sorts rows by columns of any scalar type, the first deciding: `sortBy({by: {year: int32, title: utf8}})`. Text by
 * code point, false before true, NaN after all numbers, null last in either direction; rows that are equal keep their
 * source order. The keys are spilled whole, so sort by long text only where you must. Rewrites all shards.
 */
export function sortBy<const By extends Columns>(options: {
	readonly by: By;
	readonly descending?: boolean;
}): Step<RowOf<NoInfer<By>>, {}>;
export function sortBy(given: {readonly by: Columns; readonly descending?: boolean}): AnyStep {
	const {by} = parseOptions(`barrier ${sortBy.definition.name}`, shape, given);
	const barrier = defineBarrier({
		...sortBy.definition,
		needs: Object.fromEntries(by),
		keys: {order: binary},
		ties: 'position',
		apply: 'order',
		extract: (batch, {options: {by, descending}}) => ({
			length: batch.length,
			columns: {
				order: Array.from({length: batch.length}, (_, row) => orderKey(by, batch.row(row), descending)),
			},
		}),
		async *decide(keys) {
			for await (const chunk of keys) yield chunk.map(({ref}) => ({ref}));
		},
	});
	return barrier(given);
}

const shape = {
	by: columnsOption.describe('columns with their types, the first deciding'),
	descending: z.boolean().default(false).describe('largest first; null is last all the same'),
};

sortBy.definition = {
	name: 'sort-by',
	summary: 'Sorts rows by columns of any scalar type.',
	needs: {},
	options: shape,
};
