import {schemaAfter, type PipelinePlan, type Schema} from '@millrace/core';
import type {StageAccount} from '../work/accounts.ts';
import type {Batch, Departed} from '../work/apply-stage.ts';
import {runNodes} from '../work/run-nodes.ts';
import type {SegmentNode} from '../work/segment.ts';
import {firstRows} from './first-rows.ts';
import {judgeRows} from './judge-rows.ts';
import {columnChanges, planSteps, type ColumnChanges} from './plan-steps.ts';
import {
	tracedLosses,
	tracedRows,
	traceRows,
	type PreviewLoss,
	type PreviewRow,
	type Traced,
} from './trace-rows.ts';

/** What one step of a pipeline made of the first rows. */
export interface PreviewStep extends ColumnChanges {
	readonly kind: 'reader' | 'stage' | 'barrier' | 'columns';
	/** The name of the reader, the stage or the barrier; absent where columns are chosen or renamed. */
	readonly name?: string;
	/** Absent where columns are chosen or renamed. */
	readonly account?: StageAccount;
	/** Columns after the step. */
	readonly schema: Schema;
	readonly rows: readonly PreviewRow[];
	readonly dropped: readonly PreviewLoss[];
	readonly quarantined: readonly PreviewLoss[];
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
	const {batch, account, records: numbers, quarantined} = await firstRows(plan.reader, schema, records);
	let traced: Traced = {batch, labels: numbers.map(String)};
	yield {
		...nothing,
		kind: 'reader',
		name: plan.reader.name,
		account,
		schema,
		added: [...schema.keys()],
		rows: tracedRows(traced, undefined, []),
		quarantined: quarantined.map(({record, ...loss}) => ({...loss, label: String(record)})),
	};
	for (const {node, declared} of planSteps(plan)) {
		const [before, old] = [traced, schema];
		schema = schemaAfter(schema, declared);
		const source = Int32Array.from({length: before.batch.length}, (_, row) => row);
		const made = await stepOver({...before.batch, source}, node, old, schema, seed);
		traced = traceRows(made.batch, before);
		const columns = columnChanges(node, old);
		yield {
			...columns,
			kind: node.kind === 'project' ? 'columns' : node.step.body.kind,
			...(node.kind === 'step' ? {name: node.name} : {}),
			...(made.account ? {account: made.account} : {}),
			schema,
			rows: tracedRows(traced, before, [...columns.rewritten, ...columns.added]),
			dropped: tracedLosses(before, made.dropped),
			quarantined: tracedLosses(before, made.quarantined),
		};
	}
}

const nothing = {added: [], rewritten: [], removed: [], renamed: [], dropped: [], quarantined: []};

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
