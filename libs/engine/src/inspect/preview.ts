import {isDeepStrictEqual} from 'node:util';
import {schemaAfter, type AnyRow, type Node, type PipelinePlan, type Schema} from '@millrace/core';
import type {StageAccount} from '../work/accounts.ts';
import {rowOf, type Batch, type Departed} from '../work/apply-stage.ts';
import {runNodes} from '../work/run-nodes.ts';
import {addedColumns} from '../work/run-segment.ts';
import {segmentsOf, type SegmentNode} from '../work/segment.ts';
import {firstRows} from './first-rows.ts';
import {judgeRows} from './judge-rows.ts';

/** What one step of a pipeline made of the first rows. */
export interface PreviewStep {
	/** The name of the reader, the stage or the barrier; absent where columns are chosen or renamed. */
	readonly name?: string;
	readonly kind: 'reader' | 'stage' | 'barrier' | 'columns';
	/** Absent where columns are chosen or renamed. */
	readonly account?: StageAccount;
	/** Columns after the step. */
	readonly schema: Schema;
	readonly added: readonly string[];
	/** Columns that were there and are written anew. */
	readonly rewritten: readonly string[];
	readonly removed: readonly string[];
	readonly renamed: readonly (readonly [from: string, to: string])[];
	readonly rows: readonly PreviewRow[];
	readonly dropped: readonly PreviewLoss[];
	readonly quarantined: readonly PreviewLoss[];
}

export interface PreviewRow {
	/** The number of the record, with that of each child after a point: `3`, `3.2`. */
	readonly label: string;
	readonly id: string;
	readonly values: AnyRow;
	/** Columns whose value is another than before the step; empty after the reader. */
	readonly changed: readonly string[];
}

/** A row that left, under its label where it had one. */
export interface PreviewLoss extends Departed {
	readonly label?: string;
}

/**
 * Runs the first records of a pipeline through it, one step after another, and yields what each step made of them.
 * Barriers see these rows alone. Nothing is kept. Throws what the reader and the stages throw.
 */
export async function* preview(
	plan: PipelinePlan,
	{records = 5}: {readonly records?: number} = {},
): AsyncGenerator<PreviewStep> {
	const seed = plan.settings.seed ?? 0;
	let schema: Schema = new Map(Object.entries(plan.reader.columns).map(([name, {type}]) => [name, type]));
	const first = await firstRows(plan.reader, schema, records);
	let {batch} = first;
	let labels: readonly string[] = Array.from({length: batch.length}, (_, row) => String(row + 1));
	const none = {added: [], rewritten: [], removed: [], renamed: [], dropped: [], quarantined: []};
	yield {
		...none,
		kind: 'reader',
		name: plan.reader.name,
		account: first.account,
		schema,
		added: [...schema.keys()],
		rows: rowsOf(batch, labels, () => []),
		quarantined: first.quarantined,
	};
	for (const {node, declared} of nodesOf(plan)) {
		const before = {batch, labels, schema};
		schema = schemaAfter(schema, declared);
		const entering: Batch = {...batch, source: Int32Array.from({length: batch.length}, (_, row) => row)};
		const made = await stepOver(entering, node, before.schema, schema, seed);
		({batch} = made);
		labels = labelsAfter(before.labels, batch.source);
		const written = node.kind === 'step' ? addedColumns(node.step) : [];
		const rewritten = written.filter((name) => before.schema.has(name));
		const labelled = (loss: Departed): PreviewLoss => {
			const label = before.labels[idsOf(before.batch).indexOf(loss.id)];
			return label === undefined ? loss : {...loss, label};
		};
		yield {
			...none,
			kind: node.kind === 'project' ? 'columns' : node.step.body.kind,
			...(node.kind === 'step' ? {name: node.name} : {}),
			...(made.account ? {account: made.account} : {}),
			schema,
			added: written.filter((name) => !before.schema.has(name)),
			rewritten,
			...projected(node, before.schema),
			rows: rowsOf(batch, labels, (row, values) => {
				const old = rowOf(before.batch, batch.source[row] ?? -1);
				return written.filter(
					(name) => !before.schema.has(name) || !isDeepStrictEqual(old[name], values[name]),
				);
			}),
			dropped: made.dropped.map(labelled),
			quarantined: made.quarantined.map(labelled),
		};
	}
}

interface Made {
	readonly batch: Batch;
	readonly account?: StageAccount;
	readonly dropped: readonly Departed[];
	readonly quarantined: readonly Departed[];
}

async function stepOver(
	batch: Batch,
	node: SegmentNode,
	before: Schema,
	after: Schema,
	seed: number,
): Promise<Made> {
	if (node.kind === 'step' && node.step.body.kind === 'barrier') {
		return {...(await judgeRows(batch, node, node.step.body, before, seed)), quarantined: []};
	}
	const {accounts, ...made} = await runNodes(batch, [node], after, seed, 'preview');
	const [account] = accounts;
	return account ? {...made, account} : made;
}

/** The nodes in order, each under its unique name and as it was declared. */
function nodesOf(plan: PipelinePlan): readonly {readonly node: SegmentNode; readonly declared: Node}[] {
	return segmentsOf(plan)
		.flatMap(({nodes, barrier}) => [...nodes, ...(barrier ? [barrier] : [])])
		.flatMap((node) => {
			const declared = plan.nodes[node.position];
			return declared ? [{node, declared}] : [];
		});
}

function projected(node: SegmentNode, before: Schema): Pick<PreviewStep, 'removed' | 'renamed'> {
	if (node.kind === 'step') return {removed: [], renamed: []};
	const kept = new Set(node.columns.map(([from]) => from));
	return {
		removed: [...before.keys()].filter((name) => !kept.has(name)),
		renamed: node.columns.filter(([from, to]) => from !== to),
	};
}

const idsOf = (batch: Batch): readonly string[] =>
	Array.from({length: batch.length}, (_, row) =>
		Buffer.from(batch.ids.subarray(row * 16, row * 16 + 16)).toString('hex'),
	);

function labelsAfter(labels: readonly string[], source: Int32Array): readonly string[] {
	const children = new Map<number, number>();
	const several = new Set([...source].filter((from, row) => source.indexOf(from) !== row));
	return Array.from(source, (from) => {
		const child = (children.get(from) ?? 0) + 1;
		children.set(from, child);
		return several.has(from) ? `${labels[from] ?? ''}.${child}` : (labels[from] ?? '');
	});
}

function rowsOf(
	batch: Batch,
	labels: readonly string[],
	changed: (row: number, values: AnyRow) => readonly string[],
): readonly PreviewRow[] {
	return idsOf(batch).map((id, row) => {
		const values = rowOf(batch, row);
		return {label: labels[row] ?? '', id, values, changed: changed(row, values)};
	});
}
