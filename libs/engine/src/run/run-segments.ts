import {fingerprint, MillraceError, type Json} from '@millrace/core';
import type {Partition} from '../sources/partitions.ts';
import type {CachedObject} from '../work/cached-object.ts';
import type {Layer} from '../work/layer.ts';
import {writePieces} from '../work/run-reorder.ts';
import {segmentsOf, type NamedStep, type Segment} from '../work/segment.ts';
import type {Done, GatherWork, ScatterPiece, SegmentDone, SegmentWork} from '../work/work.ts';
import {runPhase, type RunContext} from './run-phase.ts';
import type {RunPlan} from './run-plan.ts';

/** What the segments of a run left: for each segment, one result a partition. */
export interface SegmentResults {
	readonly segment: Segment;
	/** Names of the partitions, which a barrier that orders rows makes anew. */
	readonly partitions: readonly string[];
	readonly done: readonly SegmentDone[];
	/** Fingerprints of the works that left them. */
	readonly works: readonly string[];
}

/** Bytes that a new partition aims at where a barrier orders rows anew. */
const orderedBytes = 8 << 20;

/** Runs every segment and barrier of a pipeline over its partitions. */
export async function runSegments(
	context: RunContext,
	partitions: readonly Partition[],
	limit?: number,
): Promise<readonly SegmentResults[]> {
	const {plan} = context;
	const segments = segmentsOf(plan.pipeline);
	const results: SegmentResults[] = [];
	let names = partitions.map(({key}) => key);
	let inputs: readonly SegmentWork['input'][] = limited(partitions, limit);
	for (const segment of segments) {
		const fingerprints = segmentFingerprint(plan, segments, segment);
		const works = inputs.map((input, rank) => {
			const partition = names[rank] ?? '';
			return {
				kind: 'segment',
				fingerprint: fingerprint([fingerprints, inputDigest(input)]),
				segment: segment.index,
				partition,
				input,
			} as const;
		});
		const done = await runPhase(context, 'segment', segmentLabel(segment), works);
		results.push({segment, partitions: names, done, works: works.map((work) => work.fingerprint)});
		const layers = done.map(({layer}) => layer);
		if (!segment.barrier) {
			inputs = layers.map((layer) => ({layer}));
			continue;
		}
		const decided = await runBarrier(context, segment.barrier, segment, layers);
		inputs = decided.inputs;
		names = decided.ordered ? decided.inputs.map((input) => fingerprint(inputDigest(input))) : names;
	}
	return results;
}

function limited(partitions: readonly Partition[], limit = Infinity): readonly SegmentWork['input'][] {
	let before = 0;
	return partitions.flatMap((source) => {
		const left = limit - before;
		before += source.records;
		if (left <= 0) return [];
		return [left < source.records ? {source, limit: left} : {source}];
	});
}

function segmentLabel({index, nodes}: Segment): string {
	const names = nodes.flatMap((node) => (node.kind === 'step' ? [node.name] : []));
	if (names.length === 0) return index === 0 ? 'read' : 'apply';
	return `${index === 0 ? 'read, ' : ''}${names.join(', ')}`;
}

/** Options, code and columns of a segment, with the reader or the barrier before it. */
function segmentFingerprint(
	{fingerprints: {reader, nodes}, pipeline}: RunPlan,
	segments: readonly Segment[],
	segment: Segment,
): Json {
	const before = segments[segment.index - 1]?.barrier;
	return {
		first: segment.index === 0 ? reader : null,
		barrier: before ? [before.name, nodes[before.position] ?? null] : null,
		nodes: segment.nodes.map((node) => [
			node.kind === 'step' ? node.name : null,
			nodes[node.position] ?? null,
		]),
		seed: pipeline.settings.seed ?? 0,
		last: segment.index === segments.length - 1 ? (pipeline.writer?.split ?? true) : false,
	};
}

function inputDigest(input: SegmentWork['input']): Json {
	if ('source' in input) return [input.source.key, input.limit ?? null];
	return [layerDigest(input.layer), input.verdicts?.name ?? null];
}

/** A layer by its content and that of the layers below. */
export const layerDigest = ({data, columns, base}: Layer): Json => [
	data.name,
	[...columns],
	base ? layerDigest(base) : null,
];

interface Decided {
	readonly inputs: readonly SegmentWork['input'][];
	readonly ordered: boolean;
}

async function runBarrier(
	context: RunContext,
	barrier: NamedStep,
	{index}: Segment,
	layers: readonly Layer[],
): Promise<Decided> {
	const own: Json = [
		barrier.name,
		context.plan.fingerprints.nodes[barrier.position] ?? null,
		context.plan.pipeline.settings.seed ?? 0,
	];
	const extracts = layers.map(
		(layer) =>
			({
				kind: 'extract',
				fingerprint: fingerprint(['extract', own, layerDigest(layer)]),
				segment: index,
				layer,
			}) as const,
	);
	const keys = (await runPhase(context, 'extract', `${barrier.name}: keys`, extracts)).map(
		(done) => done.keys,
	);
	const rows = layers.map((layer) => layer.rows);
	const decide = {
		kind: 'decide',
		fingerprint: fingerprint(['decide', own, keys.map(({name}) => name), rows]),
		segment: index,
		keys,
		rows,
	} as const;
	const [decided] = await runPhase(context, 'decide', `${barrier.name}: decide`, [decide]);
	if (!decided)
		throw new MillraceError(
			'missing',
			`barrier ${barrier.name}: expected its verdicts, found none; run again.`,
		);
	if (!decided.order) return {inputs: judged(layers, decided.verdicts), ordered: false};
	return {inputs: await reorder(context, barrier, index, layers, decided.verdicts), ordered: true};
}

const judged = (
	layers: readonly Layer[],
	verdicts: readonly (CachedObject | null)[],
): readonly SegmentWork['input'][] =>
	layers.map((layer, rank) => {
		const object = verdicts[rank];
		return object ? {layer, verdicts: object} : {layer};
	});

async function reorder(
	context: RunContext,
	barrier: NamedStep,
	segment: number,
	layers: readonly Layer[],
	orders: readonly (CachedObject | null)[],
): Promise<readonly SegmentWork['input'][]> {
	const rows = layers.reduce((sum, layer) => sum + layer.rows, 0);
	const bytes = layers.reduce((sum, layer) => sum + layerBytes(layer), 0);
	const partitionRows = Math.max(1, Math.ceil(rows / Math.max(1, Math.round(bytes / orderedBytes))));
	const scatters = layers.flatMap((layer, rank) => {
		const order = orders[rank];
		if (!order) return [];
		return {
			kind: 'scatter',
			fingerprint: fingerprint(['scatter', layerDigest(layer), order.name, partitionRows]),
			segment,
			layer,
			order,
			partitionRows,
		} as const;
	});
	const scattered = await runPhase(context, 'scatter', `${barrier.name}: scatter`, scatters);
	const gathers: GatherWork[] = [];
	for (const list of piecesByPartition(scattered)) {
		const pieces = await writePieces(context.store, list);
		gathers.push({kind: 'gather', fingerprint: fingerprint(['gather', pieces.name]), segment, pieces});
	}
	const gathered = await runPhase(context, 'gather', `${barrier.name}: gather`, gathers);
	return gathered.map(({layer}) => ({layer}));
}

function layerBytes({data, base}: Layer): number {
	return data.bytes + (base ? layerBytes(base) : 0);
}

function piecesByPartition(scattered: readonly Done['scatter'][]): readonly (readonly ScatterPiece[])[] {
	const pieces = new Map<number, ScatterPiece[]>();
	for (const {pieces: own} of scattered) {
		for (const [partition, piece] of own) {
			const known = pieces.get(partition);
			if (known) known.push(piece);
			else pieces.set(partition, [piece]);
		}
	}
	return [...pieces].sort(([a], [b]) => a - b).map(([, list]) => list);
}
