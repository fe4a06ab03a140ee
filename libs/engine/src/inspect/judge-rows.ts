import {MillraceError, type BarrierBody, type Schema, type Store} from '@millrace/core';
import {memoryStore} from '@millrace/io';
import {emptyAccount, type StageAccount} from '../work/accounts.ts';
import type {Batch, Departed} from '../work/apply-stage.ts';
import {applyVerdicts} from '../work/apply-verdicts.ts';
import type {CachedObject} from '../work/cached-object.ts';
import {readLayer, writeLayer, type Layer} from '../work/layer.ts';
import {idOf} from '../work/rows.ts';
import {runDecide} from '../work/run-decide.ts';
import {runExtract} from '../work/run-extract.ts';
import {runGather, runScatter, writePieces} from '../work/run-reorder.ts';
import type {NamedStep} from '../work/segment.ts';

/** What a barrier made of rows that are all in memory; the batch's `source` says where each row stood before. */
export interface Judged {
	readonly batch: Batch;
	readonly account: StageAccount;
	readonly dropped: readonly Departed[];
}

const work = {fingerprint: 'preview', segment: 0} as const;

/** Runs a barrier over a few rows as a run does over all partitions, within memory. */
export async function judgeRows(
	batch: Batch,
	node: NamedStep,
	body: BarrierBody,
	schema: Schema,
	seed: number,
): Promise<Judged> {
	const store = memoryStore();
	const layer = await writeLayer(store, {rows: batch, columns: schema, newIds: true});
	const keys = await runExtract(store, node, body, seed, {...work, kind: 'extract', layer});
	const [verdicts] = await runDecide(
		store,
		node,
		body,
		{...work, kind: 'decide', keys: [keys], rows: [batch.length]},
		'scratch/preview',
	);
	if (body.apply === 'verdict') return applyVerdicts(store, batch, node, verdicts ?? undefined);
	return {
		batch: await inOrder(store, batch, schema, layer, verdicts ?? undefined),
		account: {...emptyAccount(node.name), in: batch.length, out: batch.length},
		dropped: [],
	};
}

async function inOrder(
	store: Store,
	batch: Batch,
	schema: Schema,
	layer: Layer,
	order: CachedObject | undefined,
): Promise<Batch> {
	if (batch.length === 0) return batch;
	if (!order)
		throw new MillraceError(
			'accounts',
			`expected an order of ${batch.length} rows, found none; yield every key once.`,
		);
	const {pieces} = await runScatter(store, schema, {
		...work,
		kind: 'scatter',
		layer,
		order,
		partitionRows: batch.length,
	});
	const gathered = await runGather(store, schema, {
		...work,
		kind: 'gather',
		pieces: await writePieces(
			store,
			pieces.map(([, piece]) => piece),
		),
	});
	const rows = await readLayer(store, gathered, schema.keys());
	const places = new Map(Array.from({length: batch.length}, (_, row) => [idOf(batch.ids, row), row]));
	return {
		...rows,
		source: Int32Array.from({length: rows.length}, (_, row) => places.get(idOf(rows.ids, row)) ?? -1),
	};
}
