import type {Store} from '@millrace/core';
import {memoryStore} from '@millrace/io';
import {namesIn} from '@millrace/testing';
import test from 'ava';
import {mergeRuns, type MergeOptions, type SortedRun} from './merge-runs.ts';
import {writeRun} from './run-format.ts';

async function merged(
	store: Store,
	runs: readonly (string | SortedRun)[],
	options: MergeOptions,
): Promise<string[]> {
	const records: string[] = [];
	for await (const chunk of mergeRuns(store, runs, options))
		records.push(...chunk.map((record) => Buffer.from(record).toString()));
	return records;
}

async function writeRuns(
	store: Store,
	count: number,
	records: number,
): Promise<{readonly names: string[]; readonly all: string[]}> {
	const names: string[] = [];
	const all: string[] = [];
	for (let run = 0; run < count; run++) {
		const content = Array.from(
			{length: records},
			(_, index) => `key ${String((run * 7919 + index * 104_729) % 1000).padStart(4, '0')}`,
		).sort();
		names.push(`runs/${run}`);
		all.push(...content);
		await writeRun(
			store,
			`runs/${run}`,
			content.map((text) => Buffer.from(text)),
		);
	}
	return {names, all: all.sort()};
}

test('runs are merged in order with every duplicate kept, empty runs among them', async (t) => {
	const store = memoryStore();
	const {names, all} = await writeRuns(store, 5, 700);
	await writeRun(store, 'runs/empty', []);
	t.deepEqual(await merged(store, ['runs/empty', ...names], {prefix: 'scratch'}), all);
	t.deepEqual(await merged(store, [], {prefix: 'scratch'}), []);
	t.deepEqual(await merged(store, ['runs/empty'], {prefix: 'scratch'}), []);
	t.deepEqual(await namesIn(store, 'scratch'), []);
});

test('more runs than can be merged at once go through levels, which leave nothing behind', async (t) => {
	const store = memoryStore();
	const {names, all} = await writeRuns(store, 70, 20);
	let widest = 0;
	let open = new Set<string>();
	const counting: Store = {
		...store,
		get(name, range) {
			open.add(name);
			widest = Math.max(widest, open.size);
			return store.get(name, range);
		},
		put(name, bytes) {
			open = new Set();
			return store.put(name, bytes);
		},
	};
	t.deepEqual(await merged(counting, names, {prefix: 'scratch', fanIn: 1, blockBytes: 96}), all);
	t.is(widest, 8);
	t.deepEqual(await namesIn(store, 'scratch'), []);
	t.deepEqual(await namesIn(store, 'runs/'), names.toSorted());
});

test('a merge that is left early leaves nothing behind', async (t) => {
	const store = memoryStore();
	const {names} = await writeRuns(store, 20, 400);
	for await (const chunk of mergeRuns(store, names, {prefix: 'scratch', fanIn: 1})) {
		t.true(chunk.length > 0);
		break;
	}
	t.deepEqual(await namesIn(store, 'scratch'), []);
});

test('a run may change its records as they are read', async (t) => {
	const store = memoryStore();
	await writeRun(
		store,
		'run',
		['a', 'b'].map((text) => Buffer.from(text)),
	);
	const ending = (text: string) => ({
		name: 'run',
		map: (record: Uint8Array) => Buffer.concat([record, Buffer.from(text)]),
	});
	t.deepEqual(await merged(store, [ending('2'), ending('1'), ending('3')], {prefix: 'scratch'}), [
		'a1',
		'a2',
		'a3',
		'b1',
		'b2',
		'b3',
	]);
});

test('a chunk holds at most a few hundred records', async (t) => {
	const store = memoryStore();
	const {names} = await writeRuns(store, 3, 900);
	for await (const chunk of mergeRuns(store, names, {prefix: 'scratch'})) t.true(chunk.length <= 512);
});
