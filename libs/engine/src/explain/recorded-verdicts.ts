import {vector, type ColumnType, type PipelinePlan, type Store} from '@millrace/core';
import {planSteps} from '../inspect/plan-steps.ts';
import type {Manifest} from '../publish/manifest.ts';
import {moveRows, rowOf, type Batch, type Departed} from '../work/apply-stage.ts';
import {addedColumns} from '../work/run-segment.ts';
import {idOf} from '../work/rows.ts';
import type {NamedStep} from '../work/segment.ts';
import {storedName} from '../what-if/stored-name.ts';
import {rowsById, type FoundRow} from './find-rows.ts';
import {emptyOf, keptValue} from './kept-value.ts';

/** What a barrier decided of some rows, as a version keeps it. */
export interface Recorded {
	readonly batch: Batch;
	readonly dropped: readonly Departed[];
	/** Columns whose values the version does not keep, by the place of the row in the batch before. */
	readonly unknown: ReadonlyMap<number, readonly string[]>;
}

/** The rows of a version by id, each looked up once; `target` is known. */
export function recordedRows(store: Store, manifest: Manifest, target: FoundRow) {
	const known = new Map<string, FoundRow | undefined>([[target.id, target]]);
	return async (ids: readonly string[]): Promise<ReadonlyMap<string, FoundRow | undefined>> => {
		const wanted = new Set(ids.filter((id) => !known.has(id)));
		for (const id of wanted) known.set(id, undefined);
		if (wanted.size > 0)
			for await (const row of rowsById(store, manifest, (id) => wanted.has(id))) known.set(row.id, row);
		return known;
	};
}

/**
 * Gives rows the verdicts of a barrier that a version records, since it cannot be asked of these rows alone. What the
 * barrier added is read from what became of the row, or from `target`, which it became; else it is unknown.
 */
export async function recordedVerdicts(
	plan: PipelinePlan,
	batch: Batch,
	{name, step, position}: NamedStep,
	target: FoundRow,
	recorded: ReturnType<typeof recordedRows>,
): Promise<Recorded> {
	const ids = Array.from({length: batch.length}, (_, row) => idOf(batch.ids, row));
	const known = await recorded(ids);
	const rowAt = (row: number): FoundRow => known.get(ids[row] ?? '') ?? target;
	const dropped: Departed[] = [];
	const kept = Int32Array.from({length: batch.length}, (_, row) => row).filter((row) => {
		const {id, fate} = rowAt(row);
		if (id !== ids[row] || fate.kind !== 'dropped' || fate.stage !== name) return true;
		const {reason, score, because} = fate;
		dropped.push({
			id,
			path: String(batch.paths.values[row]),
			stage: name,
			reason,
			...(score === undefined ? {} : {score}),
			...(because === undefined ? {} : {because}),
			row: rowOf(batch, row),
		});
		return false;
	});
	const unknown = new Map<number, string[]>();
	const positions = new Map(
		planSteps(plan).flatMap(({node}) => (node.kind === 'step' ? [[node.name, node.position] as const] : [])),
	);
	const moved = kept.length === batch.length ? batch : moveRows(batch, batch.vectors, kept);
	const types = Object.values(step.adds).map(({type}) => type);
	const added = addedColumns(step).map((column, index) => {
		const type: ColumnType = types[index] ?? {kind: 'utf8'};
		const values = Array.from(kept, (row) => {
			const {fate, values: held} = rowAt(row);
			const left = fate.kind === 'kept' ? undefined : positions.get(fate.stage);
			const name = storedName(plan, column, position, left);
			const value = name === undefined ? undefined : keptValue(held[name], type);
			if (value === undefined) unknown.set(row, [...(unknown.get(row) ?? []), column]);
			return value ?? emptyOf(type);
		});
		return [column, vector(type, values)] as const;
	});
	return {batch: {...moved, vectors: new Map([...moved.vectors, ...added])}, dropped, unknown};
}
