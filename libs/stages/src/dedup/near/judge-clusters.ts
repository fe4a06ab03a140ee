import {
	bool,
	binary,
	float64,
	int32,
	nullable,
	utf8,
	type DecideContext,
	type RowOf,
	type VerdictOf,
} from '@millrace/core';

/** Rows that may be alike, to be sorted: by cluster, the row to be kept first. */
export const memberColumns = {
	cluster: int32,
	rank: binary,
	partition: int32,
	row: int32,
	id: utf8,
	content: binary,
};

/** What is known of a row's cluster. */
export const clusterColumns = {
	cluster_id: nullable(utf8),
	cluster_size: nullable(int32),
	duplicate_of: nullable(utf8),
};

/** How rows of a cluster are compared with those that are kept. */
export interface Judge<Content> {
	/** What a row brings along for the comparison. */
	readonly read: (content: Uint8Array) => Content;
	/** The likeness of a row to one that is kept, from 0 to 1. */
	readonly similarity: (kept: Content, content: Content) => number;
	/** A row is a duplicate of the most similar of the kept that reach this; null: of the first of its cluster. */
	readonly threshold: number | null;
	readonly mode: 'drop' | 'annotate';
	/** Bytes of kept rows that are held for the comparison (64 MiB); beyond them the earliest of a cluster are let go. */
	readonly heldBytes?: number;
}

/**
 * The verdicts on clusters of rows that may be alike. Memory holds the kept rows of one cluster, and one number for
 * each row kept.
 */
export async function* judgeClusters<Content>(
	members: AsyncIterable<readonly RowOf<typeof memberColumns>[]>,
	{sorter}: DecideContext,
	{read, similarity, threshold, mode, heldBytes = 64 << 20}: Judge<Content>,
): AsyncGenerator<readonly VerdictOf<typeof clusterColumns>[]> {
	const judged = sorter(judgedColumns);
	const sizes: number[] = [];
	let cluster = -1;
	let [kept, held]: [Kept<Content>[], number] = [[], 0];
	for await (const chunk of members) {
		for (const {cluster: next, partition, row, id, content} of chunk) {
			if (next !== cluster) [cluster, kept, held] = [next, [], 0];
			const own = read(content);
			const match = mostSimilar(kept, threshold, (one) => similarity(one, own));
			if (!match) {
				kept.push({number: sizes.length, content: own, bytes: content.length});
				held += content.length;
				while (held > heldBytes && kept.length > 1) held -= kept.shift()?.bytes ?? 0;
			}
			const number = match?.number ?? sizes.length;
			sizes[number] = (sizes[number] ?? 0) + 1;
			const found = {number, duplicate: match !== undefined, partition, row, id};
			await judged.add({...found, similarity: match?.similarity ?? 1});
		}
	}
	let survivor = '';
	for await (const chunk of judged.sorted()) {
		const verdicts: VerdictOf<typeof clusterColumns>[] = [];
		for (const {number, duplicate, partition, row, id, similarity: score} of chunk) {
			if (!duplicate) survivor = id;
			const size = sizes[number] ?? 1;
			if (size === 1) continue;
			const ref = {partition, row};
			const drop = {reason: 'near-duplicate', score, because: survivor};
			const adds = {cluster_id: survivor, cluster_size: size, duplicate_of: duplicate ? survivor : null};
			verdicts.push(duplicate && mode === 'drop' ? {ref, drop} : {ref, adds});
		}
		if (verdicts.length > 0) yield verdicts;
	}
}

const judgedColumns = {
	number: int32,
	duplicate: bool,
	partition: int32,
	row: int32,
	id: utf8,
	similarity: float64,
};

interface Kept<Content> {
	readonly number: number;
	readonly content: Content;
	readonly bytes: number;
}

function mostSimilar<Content>(
	kept: readonly Kept<Content>[],
	threshold: number | null,
	similarityTo: (content: Content) => number,
): {readonly number: number; readonly similarity: number} | undefined {
	let best: {readonly number: number; readonly similarity: number} | undefined;
	for (const {number, content} of kept) {
		const similarity = similarityTo(content);
		if (similarity >= (threshold ?? 0) && similarity > (best?.similarity ?? -1)) best = {number, similarity};
	}
	return best;
}
