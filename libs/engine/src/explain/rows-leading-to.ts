import {
	schemaAfter,
	vector,
	type AnyStep,
	type ColumnType,
	type PipelinePlan,
	type Schema,
} from '@millrace/core';
import {planSteps} from '../inspect/plan-steps.ts';
import type {Batch} from '../work/apply-stage.ts';
import {childIds} from '../work/identity.ts';
import {idOf} from '../work/rows.ts';
import {runNodes} from '../work/run-nodes.ts';

/** Children that a slow stage is taken to make at most, where it is not run to see. */
const mostGuessed = 1000;

/**
 * Which row of a batch leads to the row of some id by the stages that make rows of rows; undefined where none does.
 * Only ids matter here: barriers drop nothing, and what they and slow stages add is stood in for by empty values.
 */
export async function rowsLeadingTo(
	plan: PipelinePlan,
	rows: Batch,
	schema: Schema,
	id: string,
): Promise<number | undefined> {
	let batch: Batch = {...rows, source: Int32Array.from({length: rows.length}, (_, row) => row)};
	let before = schema;
	for (const {node, declared} of planSteps(plan)) {
		const after = schemaAfter(before, declared);
		if (node.kind === 'step' && (node.step.body.kind === 'barrier' || node.step.body.queue)) {
			const parent = node.step.body.kind === 'stage' ? guessedParent(batch, node.name, id) : -1;
			if (parent >= 0) return batch.source[parent];
			batch = {...batch, vectors: new Map([...batch.vectors, ...standIns(node.step, batch.length)])};
		} else {
			({batch} = await runNodes(batch, [node], after, plan.settings.seed ?? 0, 'explain'));
		}
		const found = placeOf(batch.ids, id);
		if (found >= 0) return batch.source[found];
		before = after;
	}
	return undefined;
}

function placeOf(ids: Uint8Array, id: string): number {
	for (let row = 0; row * 16 < ids.length; row++) if (idOf(ids, row) === id) return row;
	return -1;
}

/** The row that has a child of this id by a stage; -1 where none has. */
function guessedParent({ids, length}: Batch, stage: string, id: string): number {
	for (let child = 0; child < mostGuessed; child++) {
		const source = Int32Array.from({length}, (_, row) => row);
		const found = placeOf(childIds(ids, source, new Int32Array(length).fill(child), stage), id);
		if (found >= 0) return found;
	}
	return -1;
}

const standIns = ({adds, columns}: AnyStep, length: number) =>
	Object.entries(adds).map(
		([role, {type}]) =>
			[columns.get(role) ?? role, vector(type, new Array<unknown>(length).fill(emptyOf(type)))] as const,
	);

/** A value of a type that says nothing. */
export function emptyOf(type: ColumnType): unknown {
	if (type.nullable) return null;
	switch (type.kind) {
		case 'utf8':
			return '';
		case 'bool':
			return false;
		case 'int64':
		case 'timestamp':
			return 0n;
		case 'binary':
			return new Uint8Array(0);
		case 'list':
			return [];
		case 'struct':
			return Object.fromEntries(Object.entries(type.fields).map(([name, field]) => [name, emptyOf(field)]));
		default:
			return 0;
	}
}
