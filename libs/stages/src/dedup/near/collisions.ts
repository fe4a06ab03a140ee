import {binary, bool, type DecideContext, type KeyOf, type RowOf, type RowRef} from '@millrace/core';
import {memberColumns} from './judge-clusters.ts';
import {rowSets} from './row-sets.ts';

/** Keys of buckets, then keys of rows with what decides which is kept and what is compared. */
export const bucketColumns = {isRow: bool, key: binary, content: binary};

/**
 * Joins the rows that share a bucket and gives those that share one, cluster by cluster, the row to be kept first. Memory
 * holds the rows that collide, some 30 bytes each.
 */
export async function collisions(
	keys: AsyncIterable<readonly KeyOf<typeof bucketColumns>[]>,
	{sorter}: DecideContext,
): Promise<AsyncIterable<readonly RowOf<typeof memberColumns>[]>> {
	const sets = rowSets();
	const members = sorter(memberColumns);
	let last: {readonly ref: RowRef; readonly bucket: Uint8Array} | undefined;
	for await (const chunk of keys) {
		for (const {ref, id, values} of chunk) {
			if (values.isRow) {
				const cluster = sets.setOf(ref);
				if (cluster >= 0) await members.add({...ref, cluster, rank: values.key, id, content: values.content});
				continue;
			}
			if (last && Buffer.compare(last.bucket, values.key) === 0) sets.join(last.ref, ref);
			last = {ref, bucket: values.key};
		}
	}
	return members.sorted();
}
