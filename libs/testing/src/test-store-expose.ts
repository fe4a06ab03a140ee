import type {Awaitable, Store} from '@millrace/core';
import type {ExecutionContext, TestFn} from 'ava';
import {bytes, namesIn, text} from './store-content.ts';
import type {StoreSuite} from './test-store.ts';

/** Registers the tests of expose. */
export function testStoreExpose<S extends Store>(
	test: TestFn,
	makeStore: (t: ExecutionContext) => Awaitable<S>,
	shown: StoreSuite<S>['shown'],
): void {
	const look = async (store: S, folder: string) => {
		const files = await shown(store, folder);
		if (!files) return undefined;
		const entries = [...files].map(([name, content]) => [name, text(content)] as const);
		return Object.fromEntries<string>(entries);
	};
	const filled = async (t: ExecutionContext) => {
		const store = await makeStore(t);
		for (const name of ['o/1', 'o/2', 'o/3']) await store.put(name, bytes(`object ${name}`), {durable: true});
		return store;
	};

	test('expose shows objects as files, in folders too, under names that may have capitals', async (t) => {
		const store = await filled(t);
		await store.expose(
			'out/v1',
			new Map([
				['README.md', 'o/1'],
				['dropped/part-00000.parquet', 'o/2'],
				['same', 'o/1'],
			]),
		);
		t.deepEqual(await look(store, 'out/v1'), {
			'README.md': 'object o/1',
			'dropped/part-00000.parquet': 'object o/2',
			same: 'object o/1',
		});
		t.is(await look(store, 'out/v2'), undefined);
	});

	test('expose replaces what a folder showed', async (t) => {
		const store = await filled(t);
		await store.expose(
			'out',
			new Map([
				['a', 'o/1'],
				['b', 'o/2'],
			]),
		);
		await store.expose(
			'out',
			new Map([
				['b', 'o/3'],
				['c/d', 'o/1'],
			]),
		);
		t.deepEqual(await look(store, 'out'), {b: 'object o/3', 'c/d': 'object o/1'});
		await store.expose('out', new Map());
		t.deepEqual(await look(store, 'out'), {});
	});

	test('expose of what is shown already changes nothing', async (t) => {
		const store = await filled(t);
		for (let round = 0; round < 3; round++) {
			await store.expose(
				'out',
				new Map([
					['a', 'o/1'],
					['b/c', 'o/2'],
				]),
				'latest',
			);
			t.deepEqual(await look(store, 'out'), {a: 'object o/1', 'b/c': 'object o/2'});
			t.deepEqual(await look(store, 'latest'), await look(store, 'out'));
		}
	});

	test('expose with an object missing names all that are, and shows nothing of it', async (t) => {
		const store = await filled(t);
		const files = new Map([
			['a', 'o/1'],
			['b', 'o/8'],
			['c', 'p/9'],
		]);
		await t.throwsAsync(store.expose('out', files, 'latest'), {code: 'missing', message: /o\/8, p\/9/});
		t.is(await look(store, 'out'), undefined);
		t.is(await look(store, 'latest'), undefined);
		await store.expose('out', new Map([['a', 'o/1']]), 'latest');
		await t.throwsAsync(store.expose('out', files, 'latest'), {code: 'missing'});
		t.deepEqual(await look(store, 'out'), {a: 'object o/1'});
		t.deepEqual(await look(store, 'latest'), {a: 'object o/1'});
	});

	test('latest shows the folder that was exposed last, beside it', async (t) => {
		const store = await filled(t);
		await store.expose('out/v1', new Map([['a', 'o/1']]), 'latest');
		await store.expose('out/v2', new Map([['a', 'o/2']]), 'latest');
		t.deepEqual(await look(store, 'out/latest'), {a: 'object o/2'});
		t.deepEqual(await look(store, 'out/v1'), {a: 'object o/1'});
		await store.expose('out/v1', new Map([['a', 'o/1']]), 'latest');
		t.deepEqual(await look(store, 'out/latest'), {a: 'object o/1'});
	});

	test('latest can be neither in another folder nor the folder itself', async (t) => {
		const store = await filled(t);
		for (const latest of ['a/b', 'v1', '../x']) {
			await t.throwsAsync(store.expose('out/v1', new Map([['a', 'o/1']]), latest), {code: 'usage'});
		}
		t.is(await look(store, 'out/v1'), undefined);
	});

	test('what is shown stays when its object is replaced or deleted, until it is exposed again', async (t) => {
		const store = await filled(t);
		await store.expose(
			'out',
			new Map([
				['a', 'o/1'],
				['b', 'o/2'],
			]),
		);
		await store.put('o/1', bytes('replaced'));
		await store.delete('o/2');
		t.deepEqual(await look(store, 'out'), {a: 'object o/1', b: 'object o/2'});
		await store.expose('out', new Map([['a', 'o/1']]));
		t.deepEqual(await look(store, 'out'), {a: 'replaced'});
	});

	test('what is shown is no object of the store', async (t) => {
		const store = await filled(t);
		await store.expose(
			'out/v1',
			new Map([
				['a', 'o/1'],
				['b/c', 'o/2'],
			]),
			'latest',
		);
		t.deepEqual(await namesIn(store, ''), ['o/1', 'o/2', 'o/3']);
		t.deepEqual(await namesIn(store, 'out/v1/'), []);
	});

	test('a folder of objects is not replaced by what is shown', async (t) => {
		const store = await filled(t);
		await t.throwsAsync(store.expose('o', new Map([['a', 'o/1']])), {code: 'usage'});
		t.deepEqual(await namesIn(store, ''), ['o/1', 'o/2', 'o/3']);
	});
}
