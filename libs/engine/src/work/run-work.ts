import {MillraceError, type PipelinePlan, type Store} from '@millrace/core';
import {indexFile} from '../sources/index-file.ts';
import type {IndexedFile} from '../sources/file-index.ts';
import {runDecide} from './run-decide.ts';
import {runExtract} from './run-extract.ts';
import {runGather, runScatter} from './run-reorder.ts';
import {runSegment} from './run-segment.ts';
import {runShard} from './run-shard.ts';
import {segmentsOf, type Segment} from './segment.ts';
import type {Done, Work, WorkOf} from './work.ts';

/** The completion record of a piece of work. */
export const recordName = (fingerprint: string): string =>
	`done/${fingerprint.slice(0, 2)}/${fingerprint}.json`;

/** Runs one piece of work, unless it is done, and leaves its completion record; the first record to be created counts. */
export async function runWork(store: Store, plan: PipelinePlan, work: Work): Promise<void> {
	const name = recordName(work.fingerprint);
	if ((await store.size(name)) !== undefined) return;
	const done = await perform(store, plan, work);
	await store.putIfAbsent(name, new TextEncoder().encode(JSON.stringify(done)), {durable: false});
}

/** What a piece of work left; undefined where it is not done. */
export async function readDone<K extends Work['kind']>(
	store: Store,
	work: WorkOf<K>,
): Promise<Done[K] | undefined> {
	const name = recordName(work.fingerprint);
	if ((await store.size(name)) === undefined) return undefined;
	const record = parsed(new TextDecoder().decode(await store.get(name)));
	if (isDone(record, work.kind)) return record;
	// A power cut can tear a record that was not made durable; the work is done again.
	await store.delete(name);
	return undefined;
}

/** A field that the record of each kind has. */
const marks: Readonly<Record<Work['kind'], string>> = {
	index: 'files',
	segment: 'layer',
	extract: 'keys',
	decide: 'verdicts',
	scatter: 'pieces',
	gather: 'layer',
	shard: 'object',
};

const isDone = <K extends Work['kind']>(record: unknown, kind: K): record is Done[K] =>
	typeof record === 'object' && record !== null && marks[kind] in record;

function parsed(text: string): unknown {
	try {
		const value: unknown = JSON.parse(text);
		return value;
	} catch (error) {
		if (error instanceof SyntaxError) return undefined;
		throw error;
	}
}

async function perform(store: Store, plan: PipelinePlan, work: Work): Promise<Done[Work['kind']]> {
	const scratch = `scratch/${work.fingerprint}`;
	if (work.kind === 'index') {
		const files: IndexedFile[] = [];
		for (const [index, file] of work.files.entries())
			files.push(await indexFile(plan.reader, file, store, `${scratch}-${index}`, work.read));
		return {files};
	}
	const segments = segmentsOf(plan);
	if (work.kind === 'segment') return runSegment(store, plan, segments, work);
	if (work.kind === 'shard') {
		if (!plan.writer)
			throw new MillraceError(
				'usage',
				`pipeline ${plan.name}: expected a writer, found none; end it with .write(...).`,
			);
		return runShard(store, plan.schema, plan.writer, work);
	}
	const segment = segmentAt(segments, work.segment);
	const {barrier} = segment;
	if (barrier?.step.body.kind !== 'barrier')
		throw new MillraceError(
			'usage',
			`segment ${segment.index}: expected a barrier after it, found none; start a new run.`,
		);
	switch (work.kind) {
		case 'extract':
			return {keys: await runExtract(store, barrier, barrier.step.body, plan.settings.seed ?? 0, work)};
		case 'decide':
			return {
				verdicts: await runDecide(store, barrier, barrier.step.body, work, scratch),
				order: barrier.step.body.apply === 'order',
			};
		case 'scatter':
			return runScatter(store, segment.after, work);
		case 'gather':
			return {layer: await runGather(store, segment.after, work)};
	}
}

function segmentAt(segments: readonly Segment[], index: number): Segment {
	const segment = segments[index];
	if (!segment)
		throw new MillraceError(
			'usage',
			`segment ${index}: the pipeline has ${segments.length}; start a new run.`,
		);
	return segment;
}
