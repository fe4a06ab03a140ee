import type {AnyRow, Columns, RowOf, Sorter} from '@millrace/core';
import {compareKeys} from './compare-keys.ts';

/** Sorts rows as the engine does for `decide`, within memory. */
export function memorySorter<C extends Columns>(columns: C): Sorter<RowOf<C>>;
export function memorySorter(columns: Columns): Sorter<AnyRow> {
	const compare = compareKeys({keys: columns, ties: 'position'});
	const rows: AnyRow[] = [];
	return {
		add: (row) => void rows.push(row),
		async *sorted() {
			const placed = rows.map((values, source) => ({
				ref: {partition: 0, row: source},
				id: '',
				values,
				source,
			}));
			yield Promise.resolve(placed.sort(compare).map(({values}) => values));
		},
	};
}
