import {isDeepStrictEqual} from 'node:util';
import {schemaAfter, type PipelinePlan, type Schema, type Store} from '@millrace/core';
import {columnChanges, planSteps} from '../inspect/plan-steps.ts';
import {traceRows, type Traced} from '../inspect/trace-rows.ts';
import type {Manifest} from '../publish/manifest.ts';
import {fingerprintPlan} from '../run/run-plan.ts';
import {moveRows, rowOf, type Batch, type Departed} from '../work/apply-stage.ts';
import {idOf} from '../work/rows.ts';
import {runNodes} from '../work/run-nodes.ts';
import type {SegmentNode} from '../work/segment.ts';
import {disagreementsOf} from './disagreements.ts';
import type {ColumnChange, ExplainedRow, ExplainedStep, Explanation, Outcome} from './explanation.ts';
import type {FoundRow} from './find-rows.ts';
import {recordedRows, recordedVerdicts} from './recorded-verdicts.ts';
import {ruleVerdicts} from './rule-verdicts.ts';
import {sourceRecord} from './source-record.ts';

export interface ExplainOptions {
	readonly store: Store;
	readonly manifest: Manifest;
	readonly row: FoundRow;
	/** URL of the module that declares the pipeline, and the options that it was built with. */
	readonly module?: string;
	readonly given?: Readonly<Record<string, unknown>>;
	/** Follows all rows that the record became, instead of the one that was asked for. */
	readonly all?: boolean;
}

/**
 * Runs the record of a row again and tells what each step made of it; barriers take the verdicts that the version
 * keeps. Keeps nothing. Throws what the reader and the stages throw.
 */
export async function explainRow(plan: PipelinePlan, options: ExplainOptions): Promise<Explanation> {
	const {store, manifest, row, module, given = {}, all = false} = options;
	const {fingerprints, hash} = fingerprintPlan(plan, module, given);
	const record = await sourceRecord(plan, store, `index/${fingerprints.reader}.jsonl`, row);
	const recorded = recordedRows(store, manifest, row);
	const steps = record ? await Array.fromAsync(followed(plan, record, {row, recorded, all})) : [];
	const label = steps.flatMap(labelsOf).findLast(([, id]) => id === row.id)?.[0];
	const because = row.fate.kind === 'dropped' ? row.fate.because : undefined;
	const found = because === undefined ? undefined : (await recorded([because])).get(because);
	return {
		name: manifest.name,
		version: manifest.version,
		row,
		steps,
		disagreements: disagreementsOf(manifest, row, steps, hash !== manifest.plan),
		...(label === undefined ? {} : {label}),
		...(found ? {because: found} : {}),
	};
}

const labelsOf = ({rows}: ExplainedStep): readonly (readonly [label: string, id: string])[] =>
	rows.flatMap((row) => [
		[row.label, row.id] as const,
		...row.made.map((made) => [made.label, made.id] as const),
	]);

interface Following {
	readonly row: FoundRow;
	readonly recorded: ReturnType<typeof recordedRows>;
	readonly all: boolean;
}

async function* followed(
	plan: PipelinePlan,
	record: NonNullable<Awaited<ReturnType<typeof sourceRecord>>>,
	following: Following,
): AsyncGenerator<ExplainedStep> {
	let schema: Schema = new Map(Object.entries(plan.reader.columns).map(([name, {type}]) => [name, type]));
	let traced: Traced = {
		batch: record.batch,
		labels: record.batch.length > 0 ? [String(record.number ?? 1)] : [],
	};
	yield readerStep(plan, schema, traced, record.quarantined);
	for (const {node, declared} of planSteps(plan)) {
		if (traced.batch.length === 0) return;
		const [before, old] = [traced, schema];
		schema = schemaAfter(schema, declared);
		const source = Int32Array.from({length: before.batch.length}, (_, row) => row);
		const made = await stepOver(plan, {...before.batch, source}, node, schema, following);
		traced = traceRows(made.batch, before);
		yield {
			...columnChanges(node, old),
			kind: node.kind === 'project' ? 'columns' : node.step.body.kind,
			...(node.kind === 'step' ? {name: node.name} : {}),
			rows: explainedRows(node, before, traced, made),
		};
		if (!following.all) traced = onlyRow(traced, following.row.id);
	}
}

interface Made {
	readonly batch: Batch;
	readonly dropped: readonly Departed[];
	readonly quarantined: readonly Departed[];
	readonly unknown: ReadonlyMap<number, readonly string[]>;
}

async function stepOver(
	plan: PipelinePlan,
	batch: Batch,
	node: SegmentNode,
	after: Schema,
	{row, recorded}: Following,
): Promise<Made> {
	if (node.kind === 'step' && node.step.body.kind === 'barrier') {
		const judged = await recordedVerdicts(plan, batch, node, row, recorded);
		return {...judged, quarantined: []};
	}
	const ran = await runNodes(batch, [node], after, plan.settings.seed ?? 0, 'explain');
	return {...ran, unknown: new Map()};
}

/** Of rows among which is the one that was asked for, that one. */
function onlyRow(traced: Traced, id: string): Traced {
	const {batch, labels} = traced;
	const row = labels.findIndex((_, place) => idOf(batch.ids, place) === id);
	if (row < 0) return traced;
	return {batch: moveRows(batch, batch.vectors, Int32Array.of(row)), labels: [labels[row] ?? '']};
}

function readerStep(
	{reader}: PipelinePlan,
	schema: Schema,
	{batch, labels}: Traced,
	quarantined: Departed | undefined,
): ExplainedStep {
	const common = {rules: [], made: []};
	const rows = labels.map((label, row): ExplainedRow => {
		const [id, values] = [idOf(batch.ids, row), rowOf(batch, row)];
		const changes = [...schema.keys()].map((column) => ({column, after: values[column]}));
		return {...common, label, id, outcome: {kind: 'kept'}, made: [{label, id, changes}]};
	});
	const lost = quarantined
		? [
				{
					...common,
					label: '1',
					id: quarantined.id,
					outcome: {kind: 'quarantined', error: quarantined.reason},
				} as const,
			]
		: [];
	return {
		kind: 'reader',
		name: reader.name,
		added: [...schema.keys()],
		rewritten: [],
		removed: [],
		renamed: [],
		rows: [...rows, ...lost],
	};
}

function explainedRows(
	node: SegmentNode,
	before: Traced,
	after: Traced,
	made: Made,
): readonly ExplainedRow[] {
	const left = new Map([...made.dropped, ...made.quarantined].map((departed) => [departed.id, departed]));
	const quarantined = new Set(made.quarantined.map(({id}) => id));
	return before.labels.map((label, row): ExplainedRow => {
		const id = idOf(before.batch.ids, row);
		const out = after.labels.flatMap((_, place) => (after.batch.source[place] === row ? [place] : []));
		const [first] = out;
		const departed = first === undefined ? left.get(id) : undefined;
		const values = first === undefined ? (departed?.row ?? {}) : rowOf(after.batch, first);
		return {
			label,
			id,
			outcome: outcomeOf(departed, quarantined),
			rules: node.kind === 'step' && !quarantined.has(id) ? ruleVerdicts(node.step, values) : [],
			made: out.map((place) => ({
				label: after.labels[place] ?? '',
				id: idOf(after.batch.ids, place),
				changes:
					node.kind === 'step' ? changesOf(before, row, after, place, made.unknown.get(row) ?? []) : [],
			})),
		};
	});
}

function outcomeOf(departed: Departed | undefined, quarantined: ReadonlySet<string>): Outcome {
	if (!departed) return {kind: 'kept'};
	const {reason, score, because} = departed;
	if (quarantined.has(departed.id)) return {kind: 'quarantined', error: reason};
	return {
		kind: 'dropped',
		reason,
		...(score === undefined ? {} : {score}),
		...(because === undefined ? {} : {because}),
	};
}

/** The columns of a row whose values a step made or changed. */
function changesOf(
	before: Traced,
	row: number,
	after: Traced,
	place: number,
	unknown: readonly string[],
): readonly ColumnChange[] {
	const [old, now] = [rowOf(before.batch, row), rowOf(after.batch, place)];
	return Object.keys(now)
		.filter((column) => unknown.includes(column) || !isDeepStrictEqual(old[column], now[column]))
		.map((column) => ({
			column,
			...(column in old ? {before: old[column]} : {}),
			...(unknown.includes(column) ? {} : {after: now[column]}),
		}));
}
