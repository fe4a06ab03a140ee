import {fileURLToPath} from 'node:url';
import {existsSync, readFileSync} from 'node:fs';
import {
	declaredPipeline,
	fingerprint,
	MillraceError,
	sha256,
	type Json,
	type PipelinePlan,
	type Store,
} from '@millrace/core';
import {wholeClosure} from '../code/code-closure.ts';
import {moduleGraph, type ModuleGraph} from '../code/module-graph.ts';
import {pipelineFingerprints, type PipelineFingerprints} from '../code/step-fingerprint.ts';

/** A pipeline with its fingerprints, ready to run here or elsewhere. */
export interface RunPlan {
	readonly pipeline: PipelinePlan;
	readonly hash: string;
	readonly fingerprints: PipelineFingerprints;
	/** The object that tells a worker how to build the pipeline again. */
	readonly object: string;
	/** The module that declares the pipeline, where it is declared in one. */
	readonly module?: string;
	readonly given: Readonly<Record<string, unknown>>;
}

interface PlanRecord {
	readonly module: string;
	readonly given: Readonly<Record<string, unknown>>;
	/** Digest of each source file that the module reaches. */
	readonly sources: readonly (readonly [url: string, digest: string])[];
}

/** Pipelines that this thread declared or loaded, by store and plan object: equal plans may read other folders. */
const known = new Map<string, PipelinePlan>();
const keyOf = (store: Store, object: string): string => `${store.url} ${object}`;

/** Fingerprints a pipeline, and leaves in the store what a worker needs to build it. */
export async function planRun(
	store: Store,
	pipeline: PipelinePlan,
	module: string | undefined,
	given: Readonly<Record<string, unknown>>,
): Promise<RunPlan> {
	checkReserved(pipeline);
	const graph = moduleGraph();
	const asJson: Json = JSON.stringify(given);
	const {fingerprints, hash} = fingerprintPlan(pipeline, module, given, graph);
	const object = `runs/${hash.slice(0, 16)}/plan-${fingerprint([module ?? null, asJson]).slice(0, 16)}.json`;
	known.set(keyOf(store, object), pipeline);
	if (module !== undefined) {
		const urls = new Set(
			[...wholeClosure(graph, module).pieces.keys()].map((key) => key.slice(0, key.lastIndexOf('#'))),
		);
		const record: PlanRecord = {module, given, sources: [...urls].sort().map((url) => [url, digestOf(url)])};
		await store.put(object, new TextEncoder().encode(JSON.stringify(record)), {durable: false});
	}
	return {pipeline, hash, fingerprints, object, given, ...(module === undefined ? {} : {module})};
}

/** The fingerprints of a pipeline as it stands, and the hash that a manifest calls its plan. */
export function fingerprintPlan(
	pipeline: PipelinePlan,
	module: string | undefined,
	given: Readonly<Record<string, unknown>>,
	graph: ModuleGraph = moduleGraph(),
): Pick<RunPlan, 'fingerprints' | 'hash'> {
	const fingerprints = pipelineFingerprints(graph, pipeline, module, JSON.stringify(given));
	const {reader, nodes, writer} = fingerprints;
	const hash = fingerprint({name: pipeline.name, seed: pipeline.settings.seed ?? 0, reader, nodes, writer});
	return {fingerprints, hash};
}

/** The pipeline of a plan as a worker builds it; refuses one whose sources are no longer those of the plan. */
export async function loadPlan(store: Store, object: string, hash: string): Promise<PipelinePlan> {
	const here = known.get(keyOf(store, object));
	if (here) return here;
	const record: unknown = JSON.parse(new TextDecoder().decode(await store.get(object)));
	if (!isPlanRecord(record))
		throw new MillraceError(
			'missing',
			`${object}: expected the plan of a run, found something else; run again.`,
		);
	const {module, given, sources} = record;
	const changed = sources
		.filter(([url, digest]) => digestOf(url) !== digest)
		.map(([url]) => fileURLToPath(url));
	if (changed.length > 0) {
		throw new MillraceError(
			'temporary',
			`plan ${hash}: the code changed since the run began: ${changed.join(', ')}; run again.`,
		);
	}
	const pipeline = await loadPipeline(module, given);
	known.set(keyOf(store, object), pipeline);
	return pipeline;
}

/** A file that is gone differs from every file. */
function digestOf(url: string): string {
	const file = fileURLToPath(url);
	return existsSync(file) ? sha256(readFileSync(file)) : 'gone';
}

/** The pipeline that a module declares by its default export, built with the given options. */
export async function loadPipeline(
	module: string,
	given: Readonly<Record<string, unknown>>,
): Promise<PipelinePlan> {
	const loaded: unknown = await import(module);
	const exported =
		typeof loaded === 'object' && loaded !== null && 'default' in loaded ? loaded.default : undefined;
	return declaredPipeline(fileURLToPath(module), exported, given);
}

const isPlanRecord = (value: unknown): value is PlanRecord =>
	typeof value === 'object' && value !== null && 'module' in value && 'sources' in value;

function checkReserved({name, schema}: PipelinePlan): void {
	const taken = ['row_id', 'row_source'].filter((column) => schema.has(column));
	if (taken.length > 0)
		throw new MillraceError(
			'schema',
			`pipeline ${name}: the columns ${taken.join(' and ')} are added to what is published; rename yours with .rename(...).`,
		);
}
