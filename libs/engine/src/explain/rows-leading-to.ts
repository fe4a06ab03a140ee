import {schemaAfter, vector, type PipelinePlan, type Schema} from '@millrace/core';
import {planSteps} from '../inspect/plan-steps.ts';
import type {Batch} from '../work/apply-stage.ts';
import {childIds} from '../work/identity.ts';
import {runNodes} from '../work/run-nodes.ts';
import type {NamedStep} from '../work/segment.ts';
import {storedName} from '../what-if/stored-name.ts';
import type {FoundRow} from './find-rows.ts';
import {emptyOf, keptValue} from './kept-value.ts';

/** Children that a slow stage is taken to make at most, where it is not run to see. */
const mostGuessed = 1000;

/**
 * Which row of a batch leads to the row of some id by the stages that make rows of rows; undefined where none does.
 * Only ids matter here: barriers drop nothing, and what they and slow stages add is taken from the row that is looked
 * for where it is kept, else stood in for by empty values.
 */
export async function rowsLeadingTo(
	plan: PipelinePlan,
	rows: Batch,
	schema: Schema,
	row: FoundRow,
): Promise<number | undefined> {
	const {id} = row;
	let batch: Batch = {...rows, source: Int32Array.from({length: rows.length}, (_, row) => row)};
	let before = schema;
	for (const {node, declared} of planSteps(plan)) {
		const after = schemaAfter(before, declared);
		if (node.kind === 'step' && (node.step.body.kind === 'barrier' || node.step.body.queue)) {
			const parent = node.step.body.kind === 'stage' ? guessedParent(batch, node.name, id) : -1;
			if (parent >= 0) return batch.source[parent];
			batch = {...batch, vectors: new Map([...batch.vectors, ...standIns(plan, node, batch.length, row)])};
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
	const [bytes, wanted] = [Buffer.from(ids.buffer, ids.byteOffset, ids.byteLength), Buffer.from(id, 'hex')];
	let at = bytes.indexOf(wanted);
	while (at >= 0 && at % 16 !== 0) at = bytes.indexOf(wanted, at + 1);
	return at < 0 ? -1 : at / 16;
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

function standIns(plan: PipelinePlan, {step, position}: NamedStep, length: number, row: FoundRow) {
	const left = row.fate.kind === 'kept' ? undefined : positionOf(plan, row.fate.stage);
	return Object.entries(step.adds).map(([role, {type}]) => {
		const column = step.columns.get(role) ?? role;
		const name = storedName(plan, column, position, left);
		const value = keptValue(name === undefined ? undefined : row.values[name], type);
		return [column, vector(type, new Array<unknown>(length).fill(value ?? emptyOf(type)))] as const;
	});
}

function positionOf(plan: PipelinePlan, stage: string): number {
	const found = planSteps(plan).find(({node}) => node.kind === 'step' && node.name === stage);
	return found?.node.position ?? -1;
}
