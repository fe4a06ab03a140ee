import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import type {Store} from '@millrace/core';
import {localStore, memoryStore} from '@millrace/io';
import {namesIn} from '@millrace/testing';
import test from 'ava';
import fc from 'fast-check';
import {externalSort, type ExternalSort, type SortOptions} from './external-sort.ts';

async function sort(store: Store, records: readonly Uint8Array[], options: SortOptions): Promise<Buffer[]> {
	const sorter = externalSort(store, 'scratch', options);
	for (const record of records) await sorter.add(record);
	const sorted = await all(sorter);
	await sorter.dispose();
	return sorted;
}

async function all(sorter: ExternalSort): Promise<Buffer[]> {
	const records: Buffer[] = [];
	for await (const chunk of sorter.sorted()) records.push(...chunk.map((record) => Buffer.from(record)));
	return records;
}

const expected = (records: readonly Uint8Array[]) =>
	records.map((record) => Buffer.from(record)).sort((a, b) => a.compare(b));

test('records come ascending with every duplicate, however little memory there is', async (t) => {
	const record = fc.oneof(
		fc.uint8Array({maxLength: 40}),
		fc.array(fc.constantFrom(0, 1), {maxLength: 6}).map((bytes) => Uint8Array.from(bytes)),
	);
	await fc.assert(
		fc.asyncProperty(
			fc.array(record, {maxLength: 200}),
			fc.integer({min: 1, max: 3000}),
			fc.integer({min: 1, max: 3}),
			async (records, memoryBytes, fanIn) => {
				const store = memoryStore();
				t.deepEqual(await sort(store, records, {memoryBytes, fanIn, blockBytes: 512}), expected(records));
				t.deepEqual(await namesIn(store, ''), []);
			},
		),
		{seed: 5, numRuns: 150},
	);
});

test('what fits in memory is never written', async (t) => {
	const store = memoryStore();
	const sorter = externalSort(store, 'scratch');
	for (let index = 0; index < 100_000; index++) await sorter.add(Buffer.from(`record ${index % 1000}`));
	t.is((await all(sorter)).length, 100_000);
	t.deepEqual(await namesIn(store, ''), []);
});

test('what does not fit is spilled to a local store in objects within the memory, and merged', async (t) => {
	const root = await mkdtemp(`${tmpdir()}/millrace-sort-`);
	t.teardown(() => rm(root, {recursive: true, force: true}));
	const store = localStore(root);
	const records = Array.from({length: 30_000}, (_, index) =>
		Buffer.from(`${Math.imul(index, 0x9e3779b1) >>> 0} and more`),
	);
	const sorter = externalSort(store, 'scratch', {memoryBytes: 100_000, fanIn: 1, blockBytes: 32_768});
	for (const record of records) await sorter.add(record);
	const names = await namesIn(store, 'scratch/');
	t.true(names.length > 12);
	for (const name of names) t.true(((await store.size(name)) ?? Infinity) <= 100_000);
	t.deepEqual(await all(sorter), expected(records));
	t.deepEqual(await all(sorter), expected(records));
	await sorter.dispose();
	t.deepEqual(await namesIn(store, ''), []);
});

test('a record is copied, so that its bytes may be used again', async (t) => {
	const sorter = externalSort(memoryStore(), 'scratch');
	const bytes = Buffer.from('x');
	for (const text of ['c', 'a', 'b']) {
		bytes.write(text);
		await sorter.add(bytes);
	}
	t.deepEqual((await all(sorter)).map(String), ['a', 'b', 'c']);
});

test('a record larger than the memory is sorted too', async (t) => {
	const records = [
		Buffer.alloc(50_000, 3),
		Buffer.alloc(10, 9),
		Buffer.alloc(70_000, 1),
		Buffer.alloc(10, 2),
	];
	t.deepEqual(await sort(memoryStore(), records, {memoryBytes: 1000, blockBytes: 256}), expected(records));
});

test('nothing can be added once reading began', async (t) => {
	const sorter = externalSort(memoryStore(), 'scratch');
	await sorter.add(Buffer.from('a'));
	await all(sorter);
	t.throws(() => sorter.add(Buffer.from('b')), {code: 'usage'});
});

test('a spill that fails fails the add, and dispose still cleans up', async (t) => {
	const store = memoryStore();
	let puts = 0;
	const failing: Store = {
		...store,
		put: (name, bytes) => (++puts === 2 ? Promise.reject(new Error('no room')) : store.put(name, bytes)),
	};
	const sorter = externalSort(failing, 'scratch', {memoryBytes: 1000});
	const fill = async () => {
		for (let index = 0; index < 1000; index++) await sorter.add(Buffer.from(`record ${index}`));
	};
	await t.throwsAsync(fill(), {message: 'no room'});
	await sorter.dispose();
	t.deepEqual(await namesIn(store, ''), []);
});
