import {MillraceError, pipeline, utf8, type Ended, type Executor, type Store} from '@millrace/core';
import {fromJsonl, memoryStore} from '@millrace/io';
import {namesIn} from '@millrace/testing';
import test from 'ava';
import {bytes} from '../../fixtures/bytes.ts';
import {recordName} from '../work/run-work.ts';
import type {IndexWork} from '../work/work.ts';
import type {EngineEvent} from './events.ts';
import {planRun} from './run-plan.ts';
import {errorText, runPhase, type RunContext} from './run-phase.ts';

/** What becomes of a rank in a round: it leaves its record, or an executor tells of a failure. */
type Fate = 'done' | 'lost silently' | 'done, but told as failed' | Omit<Ended, 'group'>;

const works = ['f0', 'f1', 'f2'].map((fingerprint): IndexWork => ({
	kind: 'index',
	fingerprint,
	files: [],
	read: 0,
}));

const leave = async (store: Store, rank: number): Promise<boolean> =>
	store.putIfAbsent(
		recordName(`f${rank}`),
		bytes(JSON.stringify({files: [{path: `file ${rank}`, pieces: []}]})),
	);

async function phaseOf(fate: (rank: number, round: number) => Fate, changes: Partial<RunContext> = {}) {
	const store = memoryStore();
	const events: EngineEvent[] = [];
	const submitted: string[] = [];
	let waiting: Ended[] = [];
	const executor: Executor = {
		name: 'scripted',
		slots: 1,
		async submit({groups, round, phase}) {
			submitted.push(`round ${round}: ${groups.join(' ')}`);
			if ((await store.size(phase)) === undefined) throw new Error('expected the works in the store');
			for (const [group, [rank = -1]] of groups.entries()) {
				const found = fate(rank, round);
				if (found === 'done' || found === 'done, but told as failed') await leave(store, rank);
				waiting.push({
					group,
					...(typeof found === 'object'
						? found
						: {hint: found === 'done, but told as failed' ? 'lost' : 'ok'}),
				});
			}
			return {executor: 'scripted', id: '1'};
		},
		poll() {
			const ended = waiting.slice(0, 1);
			waiting = waiting.slice(1);
			return Promise.resolve({live: waiting.length, ended});
		},
		cancel() {
			submitted.push('cancelled');
			return Promise.resolve();
		},
		close: () => Promise.resolve(),
	};
	const plan = await planRun(
		store,
		pipeline('phase', fromJsonl({files: '/nowhere', columns: {text: utf8}})),
		undefined,
		{},
	);
	const context: RunContext = {
		store,
		executor,
		plan,
		onEvent: (event) => events.push(event),
		used: new Set(),
		...changes,
	};
	return {store, events, submitted, context, run: async () => runPhase(context, 'index', 'index', works)};
}

test('every work is done, and what each left comes back in order', async (t) => {
	const {run, events, context, submitted} = await phaseOf(() => 'done');
	t.deepEqual(
		(await run()).map(({files}) => files[0]?.path),
		['file 0', 'file 1', 'file 2'],
	);
	t.deepEqual(events, [
		{type: 'phase', phase: 'index', total: 3, cached: 0},
		...[1, 2, 3].map((done) => ({type: 'progress', phase: 'index', done, total: 3})),
	]);
	t.deepEqual([...context.used], ['f0', 'f1', 'f2']);
	t.deepEqual(submitted, ['round 0: 0 1 2']);
});

test('what is done already is not asked for', async (t) => {
	const {run, store, events, submitted} = await phaseOf(() => 'done');
	await leave(store, 0);
	await leave(store, 2);
	await run();
	t.deepEqual(submitted, ['round 0: 1']);
	t.like(events[0], {cached: 2});
	await run();
	t.deepEqual(submitted, ['round 0: 1'], 'and nothing at all where all is done');
	t.deepEqual((await namesIn(store, 'runs/')).length, 1);
});

test('the record is the truth: told as lost but done is done, told as done but not is asked for again', async (t) => {
	const {run, submitted} = await phaseOf((rank, round) =>
		rank === 0 ? 'done, but told as failed' : rank === 1 && round === 0 ? 'lost silently' : 'done',
	);
	t.is((await run()).length, 3);
	t.deepEqual(submitted, ['round 0: 0 1 2', 'round 1: 1']);
});

test('what fails for the time being is tried in three rounds, then the error is told with how many are missing', async (t) => {
	const temporary = {hint: 'failed', error: 'temporary: backend: no answer.'} as const;
	const mended = await phaseOf((rank, round) => (round === 2 || rank > 0 ? 'done' : temporary));
	t.is((await mended.run()).length, 3);
	const {run, submitted} = await phaseOf((rank) => (rank === 2 ? 'done' : temporary));
	await t.throwsAsync(run(), {
		code: 'temporary',
		message: 'backend: no answer. (2 of the phase index are not done)',
	});
	t.deepEqual(submitted, ['round 0: 0 1 2', 'round 1: 0 1', 'round 2: 0 1']);
});

test('an error that another try cannot mend ends the phase at once, with its code', async (t) => {
	const {run, submitted} = await phaseOf((rank) =>
		rank === 1
			? {hint: 'failed', error: 'corrupt: a.gz: cut off.'}
			: {hint: 'failed', error: 'temporary: later.'},
	);
	const error = await t.throwsAsync(run(), {instanceOf: MillraceError, code: 'corrupt'});
	t.is(error.message, 'a.gz: cut off. (3 of the phase index are not done)');
	t.deepEqual(submitted, ['round 0: 0 1 2', 'cancelled']);
});

test('a mistake in the code is no sentence of ours, and is told as it is', async (t) => {
	const {run} = await phaseOf(() => ({
		hint: 'failed',
		error: errorText(new TypeError('x is not a function')),
	}));
	const error = await t.throwsAsync(run());
	t.false(error instanceof MillraceError);
	t.regex(error.message, /^phase index: TypeError: x is not a function/);
});

test('a worker that ran out of memory ends the run, one that was lost does not', async (t) => {
	const memory = await phaseOf(() => ({
		hint: 'out-of-memory',
		error: 'space: a worker needed more than 1024 MiB of heap',
	}));
	await t.throwsAsync(memory.run(), {code: 'space'});
	const lost = await phaseOf((_, round) => (round === 0 ? {hint: 'lost'} : 'done'));
	t.is((await lost.run()).length, 3);
	const late = await phaseOf(() => ({hint: 'time-out'}));
	await t.throwsAsync(late.run(), {code: 'temporary', message: /a worker was time-out/});
});

test('a run that is stopped cancels what it started and says that the next one goes on', async (t) => {
	const {run, submitted} = await phaseOf(() => 'done', {signal: AbortSignal.abort()});
	await t.throwsAsync(run(), {code: 'stopped', message: /the next one goes on from what is done/});
	t.deepEqual(submitted, ['round 0: 0 1 2', 'cancelled']);
});

test('a phase without works tells and stores nothing', async (t) => {
	const {context, events, store} = await phaseOf(() => 'done');
	t.deepEqual(await runPhase(context, 'index', 'index', []), []);
	t.deepEqual(events, []);
	t.deepEqual(await namesIn(store, ''), []);
});

test('errors travel between workers as text', (t) => {
	t.is(errorText(new MillraceError('schema', 'column a is missing')), 'schema: column a is missing');
	t.regex(errorText(new Error('oh')), /^bug: Error: oh\n/);
	t.is(errorText('oh'), 'bug: oh');
});
