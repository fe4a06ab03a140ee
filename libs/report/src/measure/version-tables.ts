import {MillraceError, type Schema, type Store, type Table} from '@millrace/core';
import {readShard, type Manifest} from '@millrace/engine';

/** A part of a split's rows. */
export interface SplitTable extends Table {
	readonly split: string;
}

/** Reads columns of the published rows of some splits, a few MiB at a time, in the order of the splits given. */
export async function* splitTables(
	store: Store,
	{files, columns}: Manifest,
	splits: readonly string[],
	names: ReadonlySet<string>,
	signal?: AbortSignal,
): AsyncGenerator<SplitTable> {
	const schema: Schema = new Map(columns.filter(([name]) => names.has(name)));
	for (const split of splits) {
		for (const file of files) {
			if (file.split !== split) continue;
			for await (const table of readShard(store, file, schema)) {
				checkStopped(signal);
				yield {...table, split};
			}
		}
	}
}

/** Throws a MillraceError `stopped` once a signal came. */
export function checkStopped(signal: AbortSignal | undefined): void {
	if (signal?.aborted === true)
		throw new MillraceError('stopped', 'the report was stopped; the next refresh makes it.');
}

/** The split that training reads: `train`, else the largest. */
export function trainingSplit({rows}: Pick<Manifest, 'rows'>): string | undefined {
	if ('train' in rows) return 'train';
	return Object.entries(rows).sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))[0]?.[0];
}
