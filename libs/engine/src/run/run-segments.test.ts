import {int32, pipeline, utf8, type PipelinePlan, type Store} from '@millrace/core';
import {fromJsonl, memoryStore} from '@millrace/io';
import {exactDedup, sortBy} from '@millrace/stages';
import test, {type ExecutionContext} from 'ava';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {objectsOf} from '../../fixtures/batch-of.ts';
import {directExecutor} from '../../fixtures/direct-executor.ts';
import {temporaryFolder} from '../../fixtures/temporary-folder.ts';
import {findPartitions} from '../sources/find-partitions.ts';
import {checkAccount} from '../work/accounts.ts';
import {readLayer} from '../work/layer.ts';
import type {EngineEvent} from './events.ts';
import {planRun} from './run-plan.ts';
import {runSegments} from './run-segments.ts';

const line = (n: number): string => `{"text":"row ${n % 90}","n":${(n * 37) % 100}}\n`;

const content = Array.from({length: 100}, (_, n) => line(n)).join('');

const prepared = (t: ExecutionContext) => {
	const folder = temporaryFolder(t, {'a.jsonl': content});
	const store = memoryStore();
	const rows = pipeline(
		'segments',
		fromJsonl({files: folder, columns: {text: utf8, n: int32}, pieceBytes: 512}),
	);
	return {folder, store, rows};
};

/** Runs all segments; says what was computed in each phase, and what rows are left. */
async function ran(store: Store, pipelinePlan: PipelinePlan, limit?: number) {
	const events: EngineEvent[] = [];
	const plan = await planRun(store, pipelinePlan, undefined, {});
	const context = {
		store,
		executor: directExecutor(store),
		plan,
		onEvent: (event: EngineEvent) => events.push(event),
		used: new Set<string>(),
	};
	const {partitions} = await findPartitions(context, Date.now() + 60_000);
	const results = await runSegments(context, partitions, limit);
	const rows = [];
	for (const {layer} of results.at(-1)?.done ?? [])
		rows.push(...objectsOf(await readLayer(store, layer, pipelinePlan.schema.keys())));
	const computed = Object.fromEntries(
		events.flatMap((event) =>
			event.type === 'phase' && event.phase !== 'index' ? [[event.phase, event.total - event.cached]] : [],
		),
	);
	return {results, rows, computed, partitions: partitions.length};
}

test('rows that no barrier orders stay in source order, over all partitions', async (t) => {
	const {store, rows} = prepared(t);
	const {rows: found, partitions} = await ran(
		store,
		rows.derive('m', int32, ({n}) => n + 1),
	);
	t.true(partitions > 3);
	t.deepEqual(found.map(({text, n}) => `{"text":"${String(text)}","n":${String(n)}}\n`).join(''), content);
});

test('a barrier judges over all partitions, and every stage balances in each', async (t) => {
	const {store, rows} = prepared(t);
	const {results, rows: found} = await ran(
		store,
		rows.pipe(exactDedup()).filter('even', ({n}) => n % 2 === 1),
	);
	const texts = new Set(Array.from({length: 100}, (_, n) => n % 90));
	t.true(found.length < texts.size && found.every(({n}) => Number(n) % 2 === 1));
	for (const {done, partitions} of results) {
		t.is(done.length, partitions.length);
		for (const {accounts} of done)
			for (const account of accounts)
				t.notThrows(() => {
					checkAccount(account, 'p');
				});
	}
	const out = results
		.flatMap(({done}) => done.map(({accounts}) => accounts.at(-1)?.out ?? 0))
		.reduce((sum, count) => sum + count, 0);
	t.is(out, 100 + found.length, 'of the reader, then of the filter');
});

test('a barrier that orders rows makes new partitions, named by their content', async (t) => {
	const {store, rows} = prepared(t);
	const plan = rows.pipe(sortBy({by: {n: int32}}));
	const {results, rows: found} = await ran(store, plan);
	t.deepEqual(
		found.map(({n}) => n),
		Array.from({length: 100}, (_, n) => n),
	);
	t.true((results[0]?.partitions.length ?? 0) > 3);
	t.is(results[1]?.partitions.length, 1);
	const again = await ran(store, plan);
	t.deepEqual(
		again.results.map(({partitions}) => partitions),
		results.map(({partitions}) => partitions),
	);
	t.deepEqual(Object.values(again.computed), [0, 0, 0, 0, 0, 0], 'and nothing is computed again');
});

test('an edit computes its partition again, and of the others only what the barrier judged anew', async (t) => {
	const {folder, store, rows} = prepared(t);
	const plan = rows.pipe(exactDedup()).derive('m', int32, ({n}) => n);
	const first = await ran(store, plan);
	t.deepEqual(Object.values(first.computed), [first.partitions, first.partitions, 1, first.partitions]);
	writeFileSync(join(folder, 'a.jsonl'), content.replace(line(50), '{"text":"edited","n":1}\n'));
	const second = await ran(store, plan);
	t.deepEqual(Object.entries(second.computed).slice(0, 3), [
		['read', 1],
		['exact-dedup: keys', 1],
		['exact-dedup: decide', 1],
	]);
	t.is(second.computed['m'], 1);
	t.deepEqual(
		second.rows.filter(({text}) => text === 'edited'),
		[{text: 'edited', n: 1, m: 1}],
	);
});

test('a stage after a barrier that changes leaves all before it in the cache', async (t) => {
	const {store, rows} = prepared(t);
	const deduplicated = rows.pipe(exactDedup());
	await ran(
		store,
		deduplicated.derive('m', int32, ({n}) => n),
	);
	const {computed, partitions} = await ran(
		store,
		deduplicated.derive('m', int32, ({n}) => n + 1),
	);
	t.deepEqual(computed, {read: 0, 'exact-dedup: keys': 0, 'exact-dedup: decide': 0, m: partitions});
});

test('another seed makes other choices, and the cache of the first is not taken for it', async (t) => {
	const {folder, store} = prepared(t);
	const dice = async (seed: number) => {
		const rows = pipeline('segments', fromJsonl({files: folder, columns: {text: utf8, n: int32}}), {seed});
		return (
			await ran(
				store,
				rows.derive('die', int32, (_, {random}) => random().int(1_000_000)),
			)
		).rows.map(({die}) => die);
	};
	const first = await dice(1);
	t.notDeepEqual(await dice(2), first);
	t.deepEqual(await dice(1), first);
});

test('a limit reads whole partitions up to it, and part of one', async (t) => {
	const {store, rows} = prepared(t);
	const all = (await ran(store, rows)).rows;
	for (const limit of [0, 1, 37, 100, 1000]) {
		const {rows: found, results} = await ran(store, rows, limit);
		t.deepEqual(found, all.slice(0, limit));
		t.is(
			results[0]?.done.reduce((sum, {accounts}) => sum + (accounts[0]?.in ?? 0), 0),
			Math.min(limit, 100),
		);
	}
});

test('of nothing, nothing is made, in every kind of barrier', async (t) => {
	const {store, rows} = prepared(t);
	for (const plan of [
		rows.pipe(exactDedup()),
		rows.pipe(sortBy({by: {n: int32}})),
		rows
			.filter('all', () => false)
			.pipe(sortBy({by: {n: int32}}))
			.pipe(exactDedup()),
	]) {
		t.deepEqual((await ran(store, plan, 0)).rows, []);
		t.deepEqual(
			(await ran(store, plan.nodes.length === 3 ? plan : rows.filter('all', () => false), 5)).rows,
			[],
		);
	}
});
