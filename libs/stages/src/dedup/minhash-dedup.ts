import {
	defineBarrier,
	parseOptions,
	utf8,
	type AnyStep,
	type Columns,
	type Names,
	type RenamedRow,
	type RowOf,
	type Step,
} from '@millrace/core';
import {bucketColumns, collisions} from './near/collisions.ts';
import {clusterColumns, judgeClusters} from './near/judge-clusters.ts';
import {keepColumns, keepRank, type Keep} from './near/keep-option.ts';
import {bucketKeys, documentMinhash, minhashShape, type MinhashDedupOptions} from './near/minhash-shape.ts';
import {jaccard, setFrom, shingleSet, sketch, sketchSimilarity} from './near/similarity.ts';

/**
 * Finds rows whose texts are nearly alike by MinHash and LSH, and drops all of a cluster but one as `near-duplicate`,
 * because of the one kept, with their similarity as the score; or keeps all (`mode: 'annotate'`). Adds `cluster_id` (the
 * row id of the one kept), `cluster_size` and `duplicate_of`, null where a row is alone. A cluster is what is connected by
 * equal buckets, as in datatrove 0.10, whose signatures these are for the same words; with `verify` a row is a duplicate only of a kept
 * row of its cluster whose set of shingles is as similar as told, exactly. Rows with fewer words than a shingle are alone.
 * See docs/deduplication.md.
 */
export function minhashDedup<
	const Rank extends Columns = {},
	const Preferred extends string = never,
	const N extends Names<typeof needs & typeof clusterColumns> = {},
>(
	options?: MinhashDedupOptions & {readonly keep?: Keep<Rank, Preferred>; readonly columns?: N},
): Step<
	RenamedRow<typeof needs, N> & RowOf<NoInfer<Rank>> & {readonly [K in NoInfer<Preferred>]: string | null},
	RenamedRow<typeof clusterColumns, N>
>;
export function minhashDedup({
	columns = {},
	...given
}: MinhashDedupOptions & {
	readonly keep?: Keep<Columns, string>;
	readonly columns?: Names<Columns>;
} = {}): AnyStep {
	const options = parseOptions(`barrier ${minhashDedup.definition.name}`, minhashShape, given);
	const {keep, verify, mode} = options;
	const documents = documentMinhash(options);
	const ranked = keepColumns(keep);
	const barrier = defineBarrier({
		...minhashDedup.definition,
		needs: {...needs, ...Object.fromEntries(ranked)},
		keys: bucketColumns,
		ties: 'position',
		extract(batch) {
			const {bytes, offsets} = batch.utf8('text');
			const source: number[] = [];
			const [isRow, key, content]: [boolean[], Uint8Array[], Uint8Array[]] = [[], [], []];
			for (let row = 0; row < batch.length; row++) {
				const words = documents.words(bytes.subarray(offsets[row], offsets[row + 1]));
				const signature = documents.signature(words);
				if (!signature) continue;
				for (const bucket of bucketKeys(signature, options.hashesPerBucket)) {
					source.push(row);
					isRow.push(false);
					key.push(bucket);
					content.push(none);
				}
				const textBytes = (offsets[row + 1] ?? 0) - (offsets[row] ?? 0);
				source.push(row);
				isRow.push(true);
				key.push(keepRank(keep, ranked.length > 0 ? batch.row(row) : {}, textBytes));
				content.push(verify === null ? sketch(signature) : shingleSet(documents.shingles(words)));
			}
			return {length: source.length, source: Int32Array.from(source), columns: {isRow, key, content}};
		},
		async *decide(keys, _, context) {
			const members = await collisions(keys, context);
			yield* verify === null
				? judgeClusters(members, context, {
						read: (bytes) => bytes,
						similarity: sketchSimilarity,
						threshold: null,
						mode,
					})
				: judgeClusters(members, context, {
						read: setFrom,
						similarity: jaccard,
						threshold: verify,
						mode,
					});
		},
	});
	return barrier({...given, columns});
}

const needs = {text: utf8};
const none = new Uint8Array(0);

minhashDedup.definition = {
	name: 'minhash-dedup',
	summary:
		'Finds texts that are nearly alike by MinHash and LSH, keeps one of each cluster (or all) and adds which cluster a row is in.',
	source:
		'Broder 1997, On the resemblance and containment of documents; signatures and clusters as datatrove 0.10.0 makes them of the same words',
	needs,
	adds: clusterColumns,
	options: minhashShape,
};
