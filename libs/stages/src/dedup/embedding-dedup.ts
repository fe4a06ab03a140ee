import {
	defineBarrier,
	float32,
	list,
	MillraceError,
	parseOptions,
	type AnyStep,
	type Columns,
	type Names,
	type OptionsIn,
	type RenamedRow,
	type RowOf,
	type Step,
} from '@millrace/core';
import {z} from 'zod';
import {bucketColumns, collisions} from './near/collisions.ts';
import {cosine, hyperplanes} from './near/hyperplanes.ts';
import {clusterColumns, judgeClusters} from './near/judge-clusters.ts';
import {keepColumns, keepOption, keepRank, type Keep} from './near/keep-option.ts';

const options = {
	keep: keepOption,
	mode: z
		.enum(['drop', 'annotate'])
		.default('drop')
		.describe('`annotate` keeps all rows and only adds the columns'),
	threshold: z
		.number()
		.min(0)
		.max(1)
		.default(0.95)
		.describe('the least cosine by which a row is a duplicate of one that is kept, exactly'),
	tables: z.int().min(1).max(1024).default(32).describe('more find more pairs'),
	bits: z
		.int()
		.min(1)
		.max(64)
		.default(20)
		.describe(
			'hyperplanes of a table; more compare fewer pairs, and find fewer: take 4 more than the rows have in binary',
		),
	seed: z.int().min(0).max(0xffffffff).default(1).describe('draws the hyperplanes'),
};

const needs = {embedding: list(float32)};
const none = new Uint8Array(0);

/**
 * Finds rows whose embeddings point nearly the same way, and drops all but one as `near-duplicate`, because of the
 * one kept, with their cosine as the score; or keeps all (`mode: 'annotate'`). Adds `cluster_id`, `cluster_size` and
 * `duplicate_of`, null where a row is alone. Candidates share a bucket of random hyperplanes, so some pairs are not found (see
 * `tables`); the cosine of those found is exact. Vectors of several lengths are compared with their own kind; zeros and such
 * with none.
 */
export function embeddingDedup<
	const Rank extends Columns = {},
	const Preferred extends string = never,
	const N extends Names<typeof needs & typeof clusterColumns> = {},
>(
	given?: Omit<OptionsIn<typeof options>, 'keep'> & {
		readonly keep?: Exclude<Keep<Rank, Preferred>, 'longest'>;
		readonly columns?: N;
	},
): Step<
	RenamedRow<typeof needs, N> & RowOf<NoInfer<Rank>> & {readonly [K in NoInfer<Preferred>]: string | null},
	RenamedRow<typeof clusterColumns, N>
>;
export function embeddingDedup({
	columns = {},
	...given
}: OptionsIn<typeof options> & {readonly columns?: Names<Columns>} = {}): AnyStep {
	const {keep, mode, threshold, ...planes} = parseOptions('barrier embedding-dedup', options, given);
	if (keep === 'longest')
		throw new MillraceError(
			'usage',
			'barrier embedding-dedup: it sees no text of which to keep the longest; give `{largest: columns}`.',
		);
	const bucketsOf = hyperplanes(planes);
	const ranked = keepColumns(keep);
	const barrier = defineBarrier({
		...embeddingDedup.definition,
		needs: {...needs, ...Object.fromEntries(ranked)},
		keys: bucketColumns,
		ties: 'position',
		extract(batch) {
			const source: number[] = [];
			const [isRow, key, content]: [boolean[], Uint8Array[], Uint8Array[]] = [[], [], []];
			const add = (row: number, ofRow: boolean, sortBy: Uint8Array, compared: Uint8Array): void => {
				source.push(row);
				isRow.push(ofRow);
				key.push(sortBy);
				content.push(compared);
			};
			for (let row = 0; row < batch.length; row++) {
				const values = Float32Array.from(batch.columns.embedding[row] ?? []);
				const buckets = bucketsOf(values);
				if (!buckets) continue;
				for (const bucket of buckets) add(row, false, bucket, none);
				add(
					row,
					true,
					keepRank(keep, ranked.length > 0 ? batch.row(row) : {}, 0),
					new Uint8Array(values.buffer),
				);
			}
			return {length: source.length, source: Int32Array.from(source), columns: {isRow, key, content}};
		},
		async *decide(keys, _, context) {
			yield* judgeClusters(await collisions(keys, context), context, {
				read: (bytes) => new Float32Array(Uint8Array.from(bytes).buffer),
				similarity: cosine,
				threshold,
				mode,
			});
		},
	});
	return barrier({...given, columns});
}

embeddingDedup.definition = {
	name: 'embedding-dedup',
	summary:
		'Finds rows whose embeddings point nearly the same way, keeps one of each cluster (or all) and adds which cluster a row is in.',
	source:
		'Abbas et al. 2023, SemDeDup, with candidates by the random hyperplanes of Charikar 2002 in place of k-means',
	needs,
	adds: clusterColumns,
	options,
};
