import {
	binary,
	defineBarrier,
	parseOptions,
	utf8,
	type AnyStep,
	type Column,
	type Columns,
	type RecordBatch,
	type RowOf,
	type Step,
} from '@millrace/core';
import {hash128Batch} from '@millrace/kernels';
import {z} from 'zod';
import {columnsOption} from '../columns-option.ts';
import {orderKey} from '../order-key.ts';

/**
 * Keeps one of the rows whose columns `by` (`text` unless given) are equal and drops the others as `duplicate`,
 * because of the one kept: the first in source order, or the one with the largest or smallest of other columns
 * (`keep: {largest: {stars: int32}}`), null counting least. Rows in which all columns `by` are null are kept.
 * Compares 128-bit xxHashes, which is no defence against who makes texts collide on purpose.
 */
export function exactDedup<
	const By extends Columns = {readonly text: Column<string>},
	const Rank extends Columns = {},
>(options?: {
	readonly by?: By;
	readonly keep?: Keep<Rank>;
}): Step<RowOf<NoInfer<By>> & RowOf<NoInfer<Rank>>, {}>;
export function exactDedup(given: {readonly by?: Columns; readonly keep?: Keep<Columns>} = {}): AnyStep {
	const {by, keep} = parseOptions(`barrier ${exactDedup.definition.name}`, shape, given);
	const barrier = defineBarrier({
		...exactDedup.definition,
		needs: Object.fromEntries([...by, ...ranking(keep).rank]),
		keys: {hash: binary, rank: binary},
		ties: 'position',
		extract(batch, {options: {by, keep}}) {
			const {rank, descending} = ranking(keep);
			const filled = rowsWithValue(
				batch,
				by.map(([name]) => name),
			);
			const hashes = hashesOf(batch, by);
			return {
				length: filled.length,
				source: filled,
				columns: {
					hash: Array.from(filled, (row) => hashes.subarray(row * 16, row * 16 + 16)),
					rank: Array.from(filled, (row) =>
						orderKey(rank, rank.length > 0 ? batch.row(row) : {}, descending),
					),
				},
			};
		},
		async *decide(keys) {
			let kept: {readonly id: string; readonly hash: Uint8Array} | undefined;
			for await (const chunk of keys) {
				const verdicts = [];
				for (const {ref, id, values} of chunk) {
					if (kept && Buffer.compare(kept.hash, values.hash) === 0)
						verdicts.push({ref, drop: {reason: 'duplicate', because: kept.id}});
					else kept = {id, hash: values.hash};
				}
				yield verdicts;
			}
		},
	});
	return barrier(given);
}

/** Which of equal rows is kept. */
type Keep<Rank extends Columns> = 'first' | {readonly largest: Rank} | {readonly smallest: Rank};

const shape = {
	by: columnsOption
		.prefault({text: utf8})
		.describe('columns with their types; rows equal in all are duplicates'),
	keep: z
		.union([
			z.literal('first'),
			z.strictObject({largest: columnsOption}),
			z.strictObject({smallest: columnsOption}),
		])
		.prefault('first')
		.meta({
			title: "`'first'`, `{largest: columns}` or `{smallest: columns}`",
			description: 'the first in source order, or the one with the largest or smallest of other columns',
		}),
};

exactDedup.definition = {
	name: 'exact-dedup',
	summary:
		'Keeps one of the rows that are equal in the given columns: the first, or the one with the largest or smallest of others.',
	source: '128-bit xxHashes of the columns (Collet 2012).',
	needs: {},
	options: shape,
};

type Entries = readonly (readonly [name: string, column: Column<unknown>])[];

function ranking(keep: 'first' | {readonly largest: Entries} | {readonly smallest: Entries}): {
	readonly rank: Entries;
	readonly descending: boolean;
} {
	if (keep === 'first') return {rank: [], descending: false};
	return 'largest' in keep
		? {rank: keep.largest, descending: true}
		: {rank: keep.smallest, descending: false};
}

function rowsWithValue(
	{columns, length}: RecordBatch<Readonly<Record<string, unknown>>>,
	names: readonly string[],
): Int32Array {
	const values = names.map((name) => columns[name] ?? []);
	return Int32Array.from({length}, (_, row) => row).filter((row) =>
		values.some((column) => (column[row] ?? null) !== null),
	);
}

/** Hashes of the rows; a single text column without copying its bytes. */
function hashesOf(batch: RecordBatch<Readonly<Record<string, unknown>>>, by: Entries): Uint8Array {
	const [[name, column] = ['', utf8], ...others] = by;
	if (others.length === 0 && column.type.kind === 'utf8') return hash128Batch(batch.utf8(name));
	const keys = Array.from({length: batch.length}, (_, row) => orderKey(by, batch.row(row)));
	const offsets = new Int32Array(keys.length + 1);
	keys.forEach((key, row) => (offsets[row + 1] = (offsets[row] ?? 0) + key.length));
	return hash128Batch({bytes: Buffer.concat(keys), offsets});
}
