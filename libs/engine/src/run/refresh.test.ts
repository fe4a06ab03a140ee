import {appendFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {int32, MillraceError, pipeline, utf8, type PipelinePlan} from '@millrace/core';
import {fromJsonl, memoryStore, toJsonl, type MemoryStore} from '@millrace/io';
import {exactDedup} from '@millrace/stages';
import {faultStore, namesIn, type FaultStore} from '@millrace/testing';
import test, {type ExecutionContext} from 'ava';
import {text} from '../../fixtures/bytes.ts';
import {directExecutor} from '../../fixtures/direct-executor.ts';
import {temporaryFolder} from '../../fixtures/temporary-folder.ts';
import {acquireLock} from '../lock.ts';
import {listVersions} from '../publish/manifest.ts';
import type {EngineEvent} from './events.ts';
import {dryRun, refresh, type RunOptions} from './refresh.ts';

const line = (n: number): string => `{"text":"row ${n % 8}","n":${n}}\n`;

const prepared = (t: ExecutionContext, content = Array.from({length: 10}, (_, n) => line(n)).join('')) => {
	const folder = temporaryFolder(t, {'a.jsonl': content});
	const store = memoryStore();
	const read = (settings = {}) =>
		pipeline('refreshed', fromJsonl({files: folder, columns: {text: utf8, n: int32}}), settings);
	return {
		folder,
		file: join(folder, 'a.jsonl'),
		store,
		read,
		plan: read().pipe(exactDedup()).write(toJsonl()),
	};
};

async function refreshed(plan: PipelinePlan, store: MemoryStore, options: Partial<RunOptions> = {}) {
	const events: EngineEvent[] = [];
	const result = await refresh(plan, {
		store,
		executor: directExecutor(store),
		onEvent: (event) => events.push(event),
		...options,
	});
	return {
		...result,
		events,
		types: events.map(({type}) => type).filter((type, index, all) => type !== all[index - 1]),
	};
}

const shown = (store: MemoryStore, folder = 'versions/latest'): Readonly<Record<string, string>> =>
	Object.fromEntries([...(store.shown(folder) ?? [])].map(([name, content]) => [name, text(content)]));

const rowsShown = (store: MemoryStore): readonly unknown[] => {
	const {'train-00000-of-00001.jsonl': content = ''} = shown(store);
	return content
		.split('\n')
		.filter((row) => row !== '')
		.map((row): unknown => JSON.parse(row));
};

test('a refresh publishes a version, and a second one with nothing changed does nothing', async (t) => {
	const {store, plan} = prepared(t);
	const first = await refreshed(plan, store);
	t.is(first.outcome, 'published');
	t.deepEqual(first.types, [
		'start',
		'sources',
		'phase',
		'progress',
		'phase',
		'progress',
		'phase',
		'progress',
		'phase',
		'progress',
		'phase',
		'progress',
		'phase',
		'progress',
		'published',
	]);
	t.deepEqual(rowsShown(store).length, 8);
	const names = await namesIn(store, '');
	const second = await refreshed(plan, store);
	t.is(second.outcome, 'unchanged');
	t.deepEqual(second.manifest, first.manifest);
	t.deepEqual(second.types.slice(-1), ['unchanged']);
	t.deepEqual(
		(await namesIn(store, '')).filter((name) => !/^(?:locks|runs|done|index)\//.test(name)),
		names.filter((name) => !/^(?:locks|runs|done|index)\//.test(name)),
	);
});

test('a changed input makes the next version, and the one before stays', async (t) => {
	const {store, plan, file} = prepared(t);
	await refreshed(plan, store);
	const before = shown(store);
	appendFileSync(file, '{"text":"new","n":99}\n');
	t.is((await refreshed(plan, store)).manifest.version, 2);
	t.is(rowsShown(store).length, 9);
	t.deepEqual(shown(store, 'versions/v000001'), before);
	t.deepEqual(await listVersions(store), [1, 2]);
});

test('a dry run tells what a refresh would publish, publishes nothing, and spares the refresh its work', async (t) => {
	const {store, plan} = prepared(t);
	const {accounts, rows} = await dryRun(plan, {store, executor: directExecutor(store)});
	t.deepEqual(rows, {train: 8});
	t.deepEqual(
		accounts.map(({stage, in: entered, out}) => [stage, entered, out]),
		[
			['jsonl', 10, 10],
			['exact-dedup', 10, 8],
		],
	);
	t.deepEqual(await namesIn(store, 'manifests/'), []);
	const {events, manifest} = await refreshed(plan, store);
	const ran = events.flatMap((event) =>
		event.type === 'phase' && event.total > event.cached ? [event.phase] : [],
	);
	t.deepEqual(
		ran.filter((phase) => phase !== 'index'),
		['write shards'],
	);
	t.deepEqual(manifest.accounts, accounts);
});

test('while another run holds the lock nothing is read or written', async (t) => {
	const {store, plan} = prepared(t);
	const lock = await acquireLock(store, {runId: 'other'});
	const names = await namesIn(store, '');
	await t.throwsAsync(refreshed(plan, store), {code: 'locked', message: /found run other/});
	t.deepEqual(await namesIn(store, ''), names);
	await lock.release();
	t.is((await refreshed(plan, store)).outcome, 'published');
});

test('a run that lost its lock does not publish', async (t) => {
	const {store, plan} = prepared(t);
	const onEvent = (event: EngineEvent): void => {
		if (event.type === 'phase' && event.phase === 'write shards')
			void acquireLock(store, {runId: 'thief', force: true});
	};
	await t.throwsAsync(refreshed(plan, store, {onEvent}), {code: 'locked', message: /another run took it/});
	t.deepEqual(await listVersions(store), []);
});

test('the lock is given back after an error', async (t) => {
	const {store, plan, file} = prepared(t, 'oops\n');
	await t.throwsAsync(refreshed(plan, store), {instanceOf: MillraceError});
	writeFileSync(file, line(1));
	t.is((await refreshed(plan, store)).outcome, 'published');
});

test('a pipeline without a writer is refused before anything is touched', async (t) => {
	const {store, read} = prepared(t);
	await t.throwsAsync(refreshed(read(), store), {
		code: 'usage',
		message: /pipeline refreshed: expected a writer, found none/,
	});
	t.deepEqual(await namesIn(store, ''), []);
});

test("where no row is left nothing is published, and last night's version stays", async (t) => {
	const {store, read, plan} = prepared(t);
	await refreshed(plan, store);
	const before = shown(store);
	const none = read()
		.filter('all', () => false)
		.write(toJsonl());
	await t.throwsAsync(refreshed(none, store), {
		code: 'gate',
		message: /no row is left of 10 read, so nothing is published/,
	});
	t.deepEqual(await listVersions(store), [1]);
	t.deepEqual(shown(store), before);
});

test('more rows in quarantine than allowed fail the run, with the stages that sent them', async (t) => {
	const {store, read} = prepared(
		t,
		Array.from({length: 10}, (_, n) => (n === 4 ? 'oops\n' : line(n))).join(''),
	);
	const failing = (share: number) =>
		read({maxQuarantined: share})
			.derive('m', int32, ({n}) => {
				if (n === 7) throw new Error('seven');
				return n;
			})
			.write(toJsonl());
	const message =
		'pipeline refreshed: 2 of 10 records are quarantined (jsonl 1, m 1), more than the allowed share of 0.15; mend the input, or raise maxQuarantined.';
	await t.throwsAsync(refreshed(failing(0.15), store), {code: 'corrupt', message});
	t.deepEqual(await listVersions(store), []);
	t.is((await refreshed(failing(0.2), store)).outcome, 'published');
});

test('what was quarantined when too much was is not taken from the cache by the next run', async (t) => {
	const {store, read} = prepared(t);
	let down = true;
	const ask = read()
		.map({
			name: 'ask',
			adds: {answer: int32},
			queue: {concurrency: 1, batchRows: 4},
			map({n}) {
				if (down) throw new MillraceError('temporary', 'backend: no answer.');
				return {answer: n};
			},
		})
		.write(toJsonl());
	await t.throwsAsync(refreshed(ask, store), {code: 'corrupt', message: /10 of 10 records are quarantined/});
	down = false;
	const {manifest} = await refreshed(ask, store);
	t.deepEqual(manifest.rows, {train: 10});
});

test('a cache that lost what it knew is mended in the same run', async (t) => {
	const {store, read, plan} = prepared(t);
	const first = await refreshed(plan, store);
	const later = read()
		.pipe(exactDedup())
		.derive('m', int32, ({n}) => n)
		.write(toJsonl());
	for (const name of await namesIn(store, 'cache/')) await store.put(name, new Uint8Array(3));
	const {manifest, events} = await refreshed(later, store);
	t.is(manifest.version, 2);
	t.true(events.some((event) => event.type === 'warn' && event.message.includes('results are made again')));
	t.deepEqual(manifest.rows, first.manifest.rows);
});

test('a version that was committed and not shown is shown by the next run, though it makes a new one', async (t) => {
	const {plan, file} = prepared(t);
	const run = async (over: FaultStore) => refresh(plan, {store: over, executor: directExecutor(over)});
	const spent = faultStore(memoryStore());
	await run(spent);
	let committed = false;
	for (let at = spent.changes; !committed; at--) {
		const broken = memoryStore();
		const faulty = faultStore(broken, {at, outcome: 'applied'});
		await t.throwsAsync(run(faulty));
		committed = (await listVersions(broken)).length === 1 && broken.shown('versions/v000001') === undefined;
		if (!committed) continue;
		appendFileSync(file, line(99).replace('row', 'another row'));
		// A process that died holds no lock.
		for (const name of await namesIn(broken, 'locks/')) await broken.delete(name);
		const {manifest} = await refreshed(plan, broken);
		t.is(manifest.version, 2);
		t.truthy(broken.shown('versions/v000001'));
		t.truthy(broken.shown('versions/v000002'));
	}
	t.true(committed);
});

test('a name of a split that cannot name files is refused before anything is published', async (t) => {
	const {store, read} = prepared(t);
	const named = (name: string) =>
		read()
			.derive('part', utf8, () => name)
			.write(toJsonl({split: 'part'}));
	for (const name of ['../train', 'a b', '', 'train/1', '.hidden', 'x'.repeat(101)]) {
		await t.throwsAsync(
			refreshed(named(name), store, {given: {name}}),
			{code: 'schema', message: /expected names of splits of letters/},
			name,
		);
		t.deepEqual(await listVersions(store), []);
	}
	t.deepEqual((await refreshed(named('test-2.b'), store, {given: {name: 'test-2.b'}})).manifest.rows, {
		'test-2.b': 10,
	});
});
