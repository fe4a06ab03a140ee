import {fingerprint, MillraceError, type Executor, type PipelinePlan, type Store} from '@millrace/core';
import {acquireLock, type Lock} from '../lock.ts';
import {clearCache} from '../publish/clear-cache.ts';
import {cutShards} from '../publish/cut-shards.ts';
import {exposeVersion} from '../publish/expose-version.ts';
import {newestManifest, type Manifest} from '../publish/manifest.ts';
import {publish, type WrittenShard} from '../publish/publish.ts';
import {findPartitions, type Sources} from '../sources/find-partitions.ts';
import {sumAccounts, type StageAccount} from '../work/accounts.ts';
import {recordName} from '../work/run-work.ts';
import type {OnEvent} from './events.ts';
import {mendCache} from './mend-cache.ts';
import {planRun, type RunPlan} from './run-plan.ts';
import {runPhase, type RunContext} from './run-phase.ts';
import {runSegments, type SegmentResults} from './run-segments.ts';

export interface RunOptions {
	readonly store: Store;
	readonly executor: Executor;
	/** URL of the module that declares the pipeline; workers import it, and its code enters the fingerprints. */
	readonly module?: string;
	/** Options that the pipeline was built with. */
	readonly given?: Readonly<Record<string, unknown>>;
	/** Reads only this many records. */
	readonly limit?: number;
	readonly onEvent?: OnEvent;
	readonly signal?: AbortSignal;
}

export interface RefreshResult {
	readonly outcome: 'published' | 'unchanged';
	readonly manifest: Manifest;
}

export interface DryRunResult {
	readonly accounts: readonly StageAccount[];
	/** Rows that would be published, by split. */
	readonly rows: Readonly<Record<string, number>>;
}

const defaultMaxQuarantined = 0.001;

/** Runs a pipeline and publishes a new version, unless inputs, code and options are those of the newest. */
export async function refresh(pipeline: PipelinePlan, options: RunOptions): Promise<RefreshResult> {
	const {writer} = pipeline;
	if (!writer)
		throw new MillraceError(
			'usage',
			`pipeline ${pipeline.name}: expected a writer, found none; end it with .write(...).`,
		);
	return underLock(pipeline, options, async (context, lock) => {
		const {store, onEvent, used} = context;
		const sources = await findPartitions(context, Date.now());
		const run = runId(context.plan, sources, options.limit);
		const newest = await newestManifest(store);
		if (newest?.run === run) {
			await exposeVersion(store, newest);
			onEvent({type: 'unchanged', version: newest.version});
			return {outcome: 'unchanged', manifest: newest};
		}
		if (newest) await showAgain(context, newest);
		const results = await runSegments(context, sources.partitions, options.limit);
		await checkGates(context, results);
		const works = cutShards(context.plan, results, writer.shardBytes);
		const costs = works.map(({parts}) =>
			parts.reduce((sum, part) => sum + ('name' in part ? part.bytes : part.data.bytes), 0),
		);
		const done = await runPhase(context, 'shard', 'write shards', works, costs);
		const shards = works.map((work, index): WrittenShard => [work, shardAt(done, index)]);
		await lock.check();
		const manifest = await publish(context, run, sources, results, shards);
		onEvent({type: 'published', version: manifest.version, manifest});
		await clearCache(store, used);
		return {outcome: 'published', manifest};
	});
}

/** Runs a pipeline without publishing; what it computes is in the cache for the next refresh. */
export async function dryRun(pipeline: PipelinePlan, options: RunOptions): Promise<DryRunResult> {
	return underLock(pipeline, options, async (context) => {
		const sources = await findPartitions(context, Date.now());
		const results = await runSegments(context, sources.partitions, options.limit);
		const rows: Record<string, number> = {};
		for (const {splits} of results.at(-1)?.done ?? []) {
			for (const [split, part] of Object.entries(splits)) rows[split] = (rows[split] ?? 0) + part.rows;
		}
		return {accounts: accountsOf(results), rows};
	});
}

async function underLock<T>(
	pipeline: PipelinePlan,
	options: RunOptions,
	work: (context: RunContext, lock: Lock) => Promise<T>,
): Promise<T> {
	const {store, executor, module, given = {}, onEvent = () => undefined, signal} = options;
	const lock = await acquireLock(store, {runId: pipeline.name});
	try {
		const plan = await planRun(store, pipeline, module, given);
		onEvent({type: 'start', pipeline: pipeline.name, plan: plan.hash});
		const context: RunContext = {
			store,
			executor,
			plan,
			onEvent,
			used: new Set(),
			...(signal ? {signal} : {}),
		};
		try {
			return await work(context, lock);
		} catch (error) {
			if (!(await canGoOn(context, error))) throw error;
			return await work(context, lock);
		}
	} finally {
		await lock.release();
	}
}

/** Whether a second try may help: the cache lost something, or a source changed while it was read. */
async function canGoOn({store, onEvent}: RunContext, error: unknown): Promise<boolean> {
	if (!(error instanceof MillraceError) || (error.code !== 'missing' && error.code !== 'temporary'))
		return false;
	const forgotten = error.code === 'missing' ? await mendCache(store) : 0;
	onEvent({
		type: 'warn',
		message: `${error.message} The run goes on once more${forgotten > 0 ? `; ${forgotten} results are made again` : ''}.`,
	});
	return true;
}

const runId = (plan: RunPlan, {partitions}: Sources, limit: number | undefined): string =>
	fingerprint([plan.hash, limit ?? null, partitions.map(({key}) => key)]);

const accountsOf = (results: readonly SegmentResults[]): readonly StageAccount[] =>
	results.flatMap(({done}) => sumAccounts(done.map(({accounts}) => accounts)));

async function checkGates({store, plan}: RunContext, results: readonly SegmentResults[]): Promise<void> {
	const {name, settings} = plan.pipeline;
	const accounts = accountsOf(results);
	const read = accounts[0]?.in ?? 0;
	const published = accounts.at(-1)?.out ?? 0;
	const quarantined = accounts.reduce((sum, account) => sum + account.quarantined, 0);
	const allowed = settings.maxQuarantined ?? defaultMaxQuarantined;
	if (quarantined > read * allowed) {
		await forgetQuarantined(store, results);
		const stages = accounts
			.filter((account) => account.quarantined > 0)
			.map((account) => `${account.stage} ${account.quarantined}`);
		throw new MillraceError(
			'corrupt',
			`pipeline ${name}: ${quarantined} of ${read} records are quarantined (${stages.join(', ')}), more than the allowed share of ${allowed}; mend the input, or raise maxQuarantined.`,
		);
	}
	if (published === 0) {
		throw new MillraceError(
			'gate',
			`pipeline ${name}: no row is left of ${read} read, so nothing is published; run millrace run to see which stage drops them.`,
		);
	}
}

/** A row that a backend failed to answer may pass another time: the next run does not take it from the cache. */
async function forgetQuarantined(store: Store, results: readonly SegmentResults[]): Promise<void> {
	for (const {works, done} of results) {
		for (const [rank, work] of works.entries())
			if (done[rank]?.quarantined) await store.delete(recordName(work));
	}
}

/** A run that was killed after its commit did not show its version. */
async function showAgain({store, onEvent}: RunContext, newest: Manifest): Promise<void> {
	try {
		await exposeVersion(store, newest);
	} catch (error) {
		if (!(error instanceof MillraceError) || error.code !== 'missing') throw error;
		onEvent({type: 'warn', message: error.message});
	}
}

function shardAt<T>(done: readonly T[], index: number): T {
	const shard = done[index];
	if (shard === undefined) throw new RangeError(`shard ${index}: the phase left ${done.length}; run again.`);
	return shard;
}
