import {
	gatherVector,
	MillraceError,
	random,
	recordBatch,
	rowSeed,
	sliceVector,
	stageKey,
	vector,
	type AnyRow,
	type AnyStep,
	type BatchContext,
	type Drop,
	type Output,
	type StageBody,
	type Vector,
} from '@millrace/core';
import type {StageAccount} from './accounts.ts';
import {checkOutput} from './check-output.ts';
import {childIds} from './identity.ts';
import {idOf, type Rows} from './rows.ts';
import type {NamedStep} from './segment.ts';

/** A batch of rows between two stages; `source` is each row's place among the rows that entered the segment. */
export interface Batch extends Rows {
	readonly source: Int32Array;
}

/** A row that left, with what it held. */
export interface Departed {
	readonly id: string;
	readonly path: string;
	readonly stage: string;
	readonly reason: string;
	readonly score?: number;
	readonly because?: string;
	readonly row: AnyRow;
}

/** What a stage made of a batch. */
export interface Applied {
	readonly batch: Batch;
	readonly account: StageAccount;
	readonly dropped: readonly Departed[];
	readonly quarantined: readonly Departed[];
	/** Whether some rows got new ids. */
	readonly newIds: boolean;
}

/** Runs one stage over one batch, carries the columns that it does not write, and accounts for every row. */
export async function applyStage(
	batch: Batch,
	node: NamedStep,
	body: StageBody,
	seed: number,
	where: string,
): Promise<Applied> {
	const {step, name} = node;
	const output = await outputOf(batch, node, body, contextOf(batch, name, seed));
	checkOutput(output, batch.length, name, where);
	const source = output.source;
	const drops = output.drops ?? [];
	const faults = output.quarantines ?? [];
	const generated = source ? countGenerated(source) : 0;
	const added = addedVectors(step, output);
	const carried = new Map([...batch.vectors].filter(([column]) => !added.has(column)));
	const moved = source ? moveRows(batch, carried, source) : {...batch, vectors: carried};
	const ids = source && output.child ? childIds(batch.ids, source, output.child, name) : moved.ids;
	const departed = (row: number, reason: string, {score, adds = {}}: Partial<Drop> = {}): Departed => ({
		id: idOf(batch.ids, row),
		path: String(batch.paths.values[row]),
		stage: name,
		reason,
		...(score === undefined ? {} : {score}),
		row: {...rowOf(batch, row), ...namedColumns(step, adds)},
	});
	const dropped: Record<string, number> = {};
	for (const {reason} of drops) dropped[reason] = (dropped[reason] ?? 0) + 1;
	return {
		batch: {...moved, ids, vectors: new Map([...moved.vectors, ...added])},
		account: {
			stage: name,
			in: batch.length,
			generated,
			out: output.length,
			dropped,
			quarantined: faults.length,
		},
		dropped: drops.map((drop) => departed(drop.row, drop.reason, drop)),
		quarantined: faults.map(({row, error}) => departed(row, error)),
		newIds: output.child !== undefined,
	};
}

async function outputOf(
	batch: Batch,
	{step, name}: NamedStep,
	body: StageBody,
	context: BatchContext,
): Promise<Output<AnyRow>> {
	const roles = new Map(Object.keys(step.needs).map((role) => [role, step.columns.get(role) ?? role]));
	try {
		return await body.run(recordBatch(batch.length, batch.vectors, roles), context);
	} catch (error) {
		if (batch.length === 1 && !(error instanceof MillraceError && error.code !== 'temporary')) {
			return {
				length: 0,
				columns: {},
				source: new Int32Array(0),
				quarantines: [{row: 0, error: messageOf(error)}],
			};
		}
		throw error instanceof MillraceError && error.code !== 'temporary'
			? new MillraceError(error.code, `stage ${name}: ${error.message}`, {cause: error})
			: new BatchFailure(`stage ${name}: ${messageOf(error)}`, {cause: error});
	}
}

/** A batch that failed whole: the caller runs its rows one at a time to find the one that is at fault. */
export class BatchFailure extends Error {}

function addedVectors({adds, columns}: AnyStep, output: Output<AnyRow>): ReadonlyMap<string, Vector> {
	const added = new Map<string, Vector>();
	for (const [role, {type}] of Object.entries(adds)) {
		const values = output.columns[role];
		if (output.length > 0 && values?.length !== output.length) {
			throw new MillraceError(
				'accounts',
				`column ${role}: expected ${output.length} values, found ${values?.length ?? 0}; return one for each row.`,
			);
		}
		added.set(columns.get(role) ?? role, vector(type, values ?? []));
	}
	return added;
}

/** The rows of a batch at the given indices, with other columns than its own where `vectors` says so. */
export function moveRows(batch: Batch, vectors: ReadonlyMap<string, Vector>, rows: Int32Array): Batch {
	const ids = new Uint8Array(rows.length * 16);
	for (let row = 0; row < rows.length; row++) {
		const from = (rows[row] ?? 0) * 16;
		ids.set(batch.ids.subarray(from, from + 16), row * 16);
	}
	return {
		length: rows.length,
		vectors: new Map([...vectors].map(([name, column]) => [name, gatherVector(column, rows)])),
		ids,
		paths: gatherVector(batch.paths, rows),
		source: rows.map((from) => batch.source[from] ?? -1),
	};
}

/** The rows of a batch from `start` to `end`. */
export function sliceBatch(batch: Batch, start: number, end: number): Batch {
	return {
		length: end - start,
		vectors: new Map([...batch.vectors].map(([name, column]) => [name, sliceVector(column, start, end)])),
		ids: batch.ids.subarray(start * 16, end * 16),
		paths: sliceVector(batch.paths, start, end),
		source: batch.source.subarray(start, end),
	};
}

/** What a stage may ask of the engine, for the rows of a batch. */
export function contextOf({ids}: Rows, stage: string, seed: number): BatchContext {
	const key = stageKey(seed, stage);
	return {
		id: (row) => idOf(ids, row),
		random: (row, attempt = 0) => random(rowSeed(key, ids, row * 16, attempt)),
	};
}

/** One row of a batch as an object. */
export const rowOf = ({vectors}: Rows, row: number): AnyRow =>
	Object.fromEntries([...vectors].map(([name, {values}]) => [name, values[row]]));

/** Values by the names of a step's columns instead of its roles. */
const namedColumns = ({columns}: AnyStep, values: AnyRow): AnyRow =>
	Object.fromEntries(Object.entries(values).map(([role, value]) => [columns.get(role) ?? role, value]));

/** Rows beyond the first that came from one row. */
function countGenerated(source: Int32Array): number {
	let generated = 0;
	for (let row = 1; row < source.length; row++) if (source[row] === source[row - 1]) generated++;
	return generated;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
