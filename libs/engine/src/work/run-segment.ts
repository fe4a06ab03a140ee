import {
	MillraceError,
	typeOf,
	type AnyStep,
	type PipelinePlan,
	type Schema,
	type Store,
} from '@millrace/core';
import {rowBytes} from '@millrace/io';
import {checkAccount, emptyAccount, type StageAccount} from './accounts.ts';
import type {Batch, Departed} from './apply-stage.ts';
import {applyVerdicts} from './apply-verdicts.ts';
import {writeDeparted} from './departed.ts';
import {columnOf, readLayer, writeLayer, type Layer} from './layer.ts';
import {loadSource} from './load-source.ts';
import {idOf} from './rows.ts';
import {runNodes} from './run-nodes.ts';
import type {Segment, SegmentNode} from './segment.ts';
import type {SegmentDone, SegmentWork, SplitPart} from './work.ts';

interface Entered {
	readonly batch: Batch;
	readonly accounts: readonly StageAccount[];
	readonly dropped: readonly Departed[];
	readonly quarantined: readonly Departed[];
	readonly base?: Layer;
	/** Columns that the barrier before the segment added. */
	readonly added: readonly string[];
}

/** Runs one segment over one partition and keeps what it made. */
export async function runSegment(
	store: Store,
	plan: PipelinePlan,
	segments: readonly Segment[],
	work: SegmentWork,
): Promise<SegmentDone> {
	const segment = segments[work.segment];
	if (!segment)
		throw new MillraceError(
			'usage',
			`segment ${work.segment}: the pipeline has ${segments.length}; start a new run.`,
		);
	const where = `partition ${work.partition}`;
	const entered = await enter(store, plan, segment, segments[work.segment - 1], work);
	for (const account of entered.accounts) checkAccount(account, where);
	const {batch, ...ran} = await runNodes(
		entered.batch,
		segment.nodes,
		segment.after,
		plan.settings.seed ?? 0,
		where,
	);
	const moved = batch.length !== (entered.base?.rows ?? -1) || batch.source.some((from, row) => from !== row);
	const names = entered.base ? changedColumns(segment, entered.added) : [...segment.after.keys()];
	const layer = await writeLayer(store, {
		rows: batch,
		columns: new Map(names.map((name) => [name, typeOf(segment.after, name)])),
		newIds: ran.newIds,
		...(entered.base ? {base: entered.base} : {}),
		...(entered.base && moved ? {source: batch.source} : {}),
	});
	const dropped = await writeDeparted(store, [...entered.dropped, ...ran.dropped]);
	const quarantined = await writeDeparted(store, [...entered.quarantined, ...ran.quarantined]);
	return {
		layer,
		accounts: [...entered.accounts, ...ran.accounts],
		splits: segment.index === segments.length - 1 ? splitsOf(batch, segment.after, plan.writer?.split) : {},
		...(dropped ? {dropped} : {}),
		...(quarantined ? {quarantined} : {}),
	};
}

async function enter(
	store: Store,
	plan: PipelinePlan,
	segment: Segment,
	before: Segment | undefined,
	{input}: SegmentWork,
): Promise<Entered> {
	if ('source' in input) {
		const {batch, account, quarantined} = await loadSource(
			store,
			plan.reader,
			segment.before,
			input.source,
			input.limit,
		);
		return {batch, accounts: [account], dropped: [], quarantined, added: []};
	}
	const barrier = before?.barrier;
	const added = barrier ? addedColumns(barrier.step) : [];
	const kept = [...segment.before.keys()].filter((name) => !added.includes(name));
	const rows = await readLayer(store, input.layer, kept);
	const batch = {...rows, source: Int32Array.from({length: rows.length}, (_, row) => row)};
	const none = {accounts: [], dropped: [], quarantined: [], base: input.layer, added};
	if (barrier?.step.body.kind !== 'barrier') return {...none, batch};
	if (barrier.step.body.apply === 'order') {
		return {...none, batch, accounts: [{...emptyAccount(barrier.name), in: batch.length, out: batch.length}]};
	}
	const judged = await applyVerdicts(store, batch, barrier, input.verdicts);
	return {...none, batch: judged.batch, accounts: [judged.account], dropped: judged.dropped};
}

/** The columns that a step writes, by their own names. */
export const addedColumns = ({adds, columns}: AnyStep): readonly string[] =>
	Object.keys(adds).map((role) => columns.get(role) ?? role);

/** Columns whose content is no longer that of the layer below. */
function changedColumns({nodes, after}: Segment, added: readonly string[]): readonly string[] {
	let changed = new Set(added);
	for (const node of nodes) changed = changedBy(node, changed);
	return [...after.keys()].filter((name) => changed.has(name));
}

function changedBy(node: SegmentNode, changed: ReadonlySet<string>): Set<string> {
	if (node.kind === 'step') return new Set([...changed, ...addedColumns(node.step)]);
	return new Set(node.columns.filter(([from, to]) => from !== to || changed.has(from)).map(([, to]) => to));
}

/** Rows and bytes by split, with the id of the last row of each. */
function splitsOf(
	batch: Batch,
	schema: Schema,
	splitColumn: string | undefined,
): Readonly<Record<string, SplitPart>> {
	const sizes = rowBytes(schema, batch);
	const splits = splitColumn === undefined ? undefined : columnOf(batch.vectors, splitColumn).values;
	const parts = new Map<string, {rows: number; bytes: number; row: number}>();
	for (let row = 0; row < batch.length; row++) {
		const name = splits ? String(splits[row]) : 'train';
		const part = parts.get(name) ?? {rows: 0, bytes: 0, row};
		part.rows++;
		part.bytes += sizes[row] ?? 0;
		part.row = row;
		parts.set(name, part);
	}
	const named = [...parts].sort(([a], [b]) => (a < b ? -1 : 1));
	return Object.fromEntries(
		named.map(([name, {rows, bytes, row}]) => [name, {rows, bytes, last: idOf(batch.ids, row)}]),
	);
}
