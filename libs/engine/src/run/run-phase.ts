import {fingerprint, MillraceError, type ErrorCode, type Executor, type Store} from '@millrace/core';
import type {Done, Work, WorkOf} from '../work/work.ts';
import {readDone} from '../work/run-work.ts';
import type {OnEvent} from './events.ts';
import type {RunPlan} from './run-plan.ts';

/** What every phase of a run needs. */
export interface RunContext {
	readonly store: Store;
	readonly executor: Executor;
	readonly plan: RunPlan;
	readonly onEvent: OnEvent;
	readonly signal?: AbortSignal;
	/** Fingerprints that this run used, so that the rest of the cache can be cleared. */
	readonly used: Set<string>;
}

const rounds = 3;

/**
 * Has all works of a phase done, running only those without a completion record, and returns what each left, in order.
 * `costs` says how long each may take, in any unit.
 */
export async function runPhase<K extends Work['kind']>(
	context: RunContext,
	kind: K,
	phase: string,
	works: readonly WorkOf<K>[],
	costs: readonly number[] = [],
): Promise<readonly Done[K][]> {
	const {store, plan, onEvent} = context;
	for (const work of works) context.used.add(work.fingerprint);
	const done: (Done[K] | undefined)[] = [];
	for (const work of works) done.push(await readDone(store, work));
	let missing = missingOf(done);
	if (works.length > 0)
		onEvent({type: 'phase', phase, total: works.length, cached: works.length - missing.length});
	if (missing.length === 0) return done.filter((record) => record !== undefined);
	const object = `runs/${plan.hash.slice(0, 16)}/${kind}-${fingerprint(works.map((work) => work.fingerprint)).slice(0, 16)}.json`;
	await store.put(object, new TextEncoder().encode(JSON.stringify(works)), {durable: false});
	for (let round = 0; missing.length > 0; round++) {
		// The longest first, so that no worker begins one when the others end.
		const ranks = missing.toSorted((a, b) => (costs[b] ?? 0) - (costs[a] ?? 0));
		const errors = await runRound(context, phase, object, ranks, works.length, round);
		for (const rank of missing) done[rank] = await readDone(store, workAt(works, rank));
		missing = missingOf(done);
		const final = errors.find(({code}) => code !== 'temporary');
		if (missing.length > 0 && (final ?? round + 1 >= rounds)) throw failure(phase, missing, errors);
	}
	return done.filter((record) => record !== undefined);
}

interface WorkError {
	readonly code: ErrorCode | 'bug' | 'temporary';
	readonly message: string;
}

async function runRound(
	context: RunContext,
	phase: string,
	object: string,
	missing: readonly number[],
	total: number,
	round: number,
): Promise<readonly WorkError[]> {
	const {executor, store, plan, onEvent, signal} = context;
	const handle = await executor.submit({
		store: store.url,
		plan: plan.object,
		planHash: plan.hash,
		phase: object,
		groups: missing.map((rank) => [rank]),
		round,
	});
	const errors: WorkError[] = [];
	const stopped = aborted(signal);
	let ended = total - missing.length;
	for (let live = missing.length; live > 0;) {
		if (signal?.aborted) {
			await executor.cancel(handle);
			throw new MillraceError('stopped', 'the run was stopped; the next one goes on from what is done.');
		}
		const poll = await Promise.race([executor.poll(handle), stopped]);
		if (!poll) continue;
		live = poll.live;
		ended += poll.ended.length;
		for (const {hint, error} of poll.ended) if (hint !== 'ok') errors.push(readError(hint, error));
		if (poll.ended.length > 0) onEvent({type: 'progress', phase, done: ended, total});
		if (errors.some(({code}) => code !== 'temporary')) {
			await executor.cancel(handle);
			break;
		}
	}
	return errors;
}

/** Resolves when the signal aborts, so that a stop need not wait for what is running. */
async function aborted(signal: AbortSignal | undefined): Promise<undefined> {
	return new Promise((resolve) => {
		if (signal?.aborted) resolve(undefined);
		signal?.addEventListener(
			'abort',
			() => {
				resolve(undefined);
			},
			{once: true},
		);
	});
}

/** A worker's error as text: `code: message` where it is one of ours. */
export const errorText = (error: unknown): string =>
	error instanceof MillraceError
		? `${error.code}: ${error.message}`
		: `bug: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;

const codes: readonly ErrorCode[] = [
	'usage',
	'schema',
	'gate',
	'locked',
	'corrupt',
	'space',
	'temporary',
	'accounts',
	'missing',
	'stopped',
];

function readError(hint: string, text = ''): WorkError {
	const [, code, message] = /^(\w+): ([^]*)$/.exec(text) ?? [];
	const known = codes.find((one) => one === code);
	if (known && message !== undefined) return {code: known, message};
	if (hint === 'lost' || hint === 'time-out')
		return {code: 'temporary', message: text === '' ? `a worker was ${hint}` : text};
	return {code: 'bug', message: message ?? text};
}

function failure(phase: string, missing: readonly number[], errors: readonly WorkError[]): Error {
	const {code, message} = errors.find((error) => error.code !== 'temporary') ??
		errors[0] ?? {code: 'temporary' as const, message: 'workers ended without a result'};
	const others = missing.length > 1 ? ` (${missing.length} of the phase ${phase} are not done)` : '';
	return code === 'bug'
		? new Error(`phase ${phase}: ${message}${others}`)
		: new MillraceError(code, `${message}${others}`);
}

const missingOf = (done: readonly unknown[]): readonly number[] =>
	done.flatMap((record, rank) => (record === undefined ? [rank] : []));

function workAt<W>(works: readonly W[], rank: number): W {
	const work = works[rank];
	if (work === undefined)
		throw new RangeError(`rank ${rank}: the phase has ${works.length}; start a new run.`);
	return work;
}
