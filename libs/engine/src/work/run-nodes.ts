import PQueue from 'p-queue';
import type {ColumnType, Schema, StageBody} from '@millrace/core';
import {concatTables} from '@millrace/io';
import {addAccounts, checkAccount, emptyAccount, type StageAccount} from './accounts.ts';
import {
	applyStage,
	BatchFailure,
	sliceBatch,
	type Applied,
	type Batch,
	type Departed,
} from './apply-stage.ts';
import {columnOf} from './layer.ts';
import type {NamedStep, SegmentNode} from './segment.ts';

/** What the nodes of a segment made of a partition. */
export interface NodesResult {
	readonly batch: Batch;
	readonly accounts: readonly StageAccount[];
	readonly dropped: readonly Departed[];
	readonly quarantined: readonly Departed[];
	readonly newIds: boolean;
}

const batchRows = 1000;

/** Runs the nodes of a segment over the rows of a partition, batch by batch, and puts the rows together again in order. */
export async function runNodes(
	rows: Batch,
	nodes: readonly SegmentNode[],
	schema: Schema,
	seed: number,
	where: string,
): Promise<NodesResult> {
	const steps = nodes.filter((node) => node.kind === 'step');
	const accounts = new Map(steps.map(({name}) => [name, emptyAccount(name)]));
	const dropped: Departed[] = [];
	const quarantined: Departed[] = [];
	let newIds = false;
	const note = ({account, ...applied}: Applied): Batch => {
		checkAccount(account, where);
		accounts.set(
			account.stage,
			addAccounts(accounts.get(account.stage) ?? emptyAccount(account.stage), account),
		);
		dropped.push(...applied.dropped);
		quarantined.push(...applied.quarantined);
		newIds ||= applied.newIds;
		return applied.batch;
	};
	const done: Batch[] = [];
	for (let start = 0; start < rows.length; start += batchRows) {
		let batches: readonly Batch[] = [sliceBatch(rows, start, Math.min(start + batchRows, rows.length))];
		for (const node of nodes) {
			if (node.kind === 'project') batches = batches.map((batch) => project(batch, node.columns));
			else
				batches = (await Promise.all(batches.map(async (batch) => runStage(batch, node, seed, where))))
					.flat()
					.map(note);
		}
		done.push(...batches);
	}
	return {batch: joined(done, schema), accounts: [...accounts.values()], dropped, quarantined, newIds};
}

/** A slow stage runs several small batches at once, kept in order; any other runs its batch as it is. */
async function runStage(
	batch: Batch,
	node: NamedStep,
	seed: number,
	where: string,
): Promise<readonly Applied[]> {
	const {body} = node.step;
	if (body.kind !== 'stage' || batch.length === 0) return [];
	if (!body.queue) return applyIsolating(batch, node, body, seed, where);
	const queue = new PQueue({concurrency: body.queue.concurrency});
	const starts = Array.from(
		{length: Math.ceil(batch.length / body.queue.batchRows)},
		(_, index) => index * (body.queue?.batchRows ?? 1),
	);
	const parts = await queue.addAll(
		starts.map(
			(start) => async () =>
				applyIsolating(
					sliceBatch(batch, start, Math.min(start + (body.queue?.batchRows ?? 1), batch.length)),
					node,
					body,
					seed,
					where,
				),
		),
	);
	return parts.flat();
}

/** Runs the rows of a failed batch one at a time, so that only the row at fault is quarantined. */
async function applyIsolating(
	batch: Batch,
	node: NamedStep,
	body: StageBody,
	seed: number,
	where: string,
): Promise<readonly Applied[]> {
	try {
		return [await applyStage(batch, node, body, seed, where)];
	} catch (error) {
		if (!(error instanceof BatchFailure)) throw error;
		const applied: Applied[] = [];
		for (let row = 0; row < batch.length; row++)
			applied.push(await applyStage(sliceBatch(batch, row, row + 1), node, body, seed, where));
		return applied;
	}
}

function project(batch: Batch, columns: readonly (readonly [string, string])[]): Batch {
	return {...batch, vectors: new Map(columns.map(([from, to]) => [to, columnOf(batch.vectors, from)]))};
}

const text: ColumnType = {kind: 'utf8'};

function joined(batches: readonly Batch[], schema: Schema): Batch {
	const [only] = batches;
	if (only && batches.length === 1) return only;
	const all = new Map([...schema, ['~path', text] as const]);
	const tables = batches.map(({length, vectors, paths}) => ({
		length,
		vectors: new Map([...vectors, ['~path', paths] as const]),
	}));
	const {length, vectors} = concatTables(all, tables);
	const source = new Int32Array(length);
	const ids = new Uint8Array(length * 16);
	let at = 0;
	for (const batch of batches) {
		source.set(batch.source, at);
		ids.set(batch.ids, at * 16);
		at += batch.length;
	}
	return {
		length,
		vectors: new Map([...schema.keys()].map((name) => [name, columnOf(vectors, name)])),
		ids,
		paths: columnOf(vectors, '~path'),
		source,
	};
}
