import type {Columns, RowOf, Sorter, Store} from '@millrace/core';
import {externalSort, type SortOptions} from './external-sort.ts';
import {keyCodec} from './key-codec.ts';

/** Sorts rows by their columns in bounded memory, as `externalSort` does records. */
export function rowSorter<C extends Columns>(
	store: Store,
	prefix: string,
	columns: C,
	bounds: SortOptions,
): Sorter<RowOf<C>> & {dispose(): Promise<void>};
export function rowSorter(
	store: Store,
	prefix: string,
	columns: Columns,
	bounds: SortOptions,
): Sorter<Readonly<Record<string, unknown>>> & {dispose(): Promise<void>} {
	const codec = keyCodec(columns);
	const names = Object.keys(columns);
	const sort = externalSort(store, prefix, bounds);
	return {
		add: (row) => sort.add(codec.encode(names.map((name) => row[name]))) ?? undefined,
		async *sorted() {
			for await (const records of sort.sorted()) {
				yield records.map((record) => {
					const {values} = codec.decode(record);
					return Object.fromEntries(names.map((name, index) => [name, values[index]]));
				});
			}
		},
		dispose: () => sort.dispose(),
	};
}
