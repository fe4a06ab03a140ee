import type {Awaitable, Store} from '@millrace/core';
import type {ExecutionContext, TestFn} from 'ava';
import {bytes, namesIn, text} from './store-content.ts';
import {testStoreExpose} from './test-store-expose.ts';
import {testStoreModel} from './test-store-model.ts';
import {testStoreNames} from './test-store-names.ts';

/** Registers the tests that every Store passes; `makeStore` gives an empty one. */
export function testStore<S extends Store>(
	test: TestFn,
	makeStore: (t: ExecutionContext) => Awaitable<S>,
	{open, shown}: StoreSuite<S>,
): void {
	test('get gives the bytes that put was given, and put replaces them whole', async (t) => {
		const store = await makeStore(t);
		await store.put('a/b', bytes('first and longer'));
		t.deepEqual(text(await store.get('a/b')), 'first and longer');
		await store.put('a/b', bytes('second'));
		t.deepEqual(text(await store.get('a/b')), 'second');
		t.is(await store.size('a/b'), 6);
		await store.put('a/b', bytes('third'), {durable: true});
		t.deepEqual(text(await store.get('a/b')), 'third');
	});

	test('changing bytes that were put or got changes no object', async (t) => {
		const store = await makeStore(t);
		const given = bytes('abc');
		await store.put('a', given);
		await store.putIfAbsent('b', given);
		given.fill(0);
		(await store.get('a')).fill(1);
		t.is(text(await store.get('a')), 'abc');
		t.is(text(await store.get('b')), 'abc');
	});

	test('a part of a larger buffer is put as that part', async (t) => {
		const store = await makeStore(t);
		await store.put('a', bytes('0123456789').subarray(3, 6));
		t.is(text(await store.get('a')), '345');
	});

	test('an empty object is there and holds nothing', async (t) => {
		const store = await makeStore(t);
		await store.put('a', bytes(''));
		t.true(await store.putIfAbsent('b', bytes('')));
		for (const name of ['a', 'b']) {
			t.is((await store.get(name)).length, 0);
			t.is((await store.get(name, {start: 0, end: 0})).length, 0);
			t.is(await store.size(name), 0);
		}
		t.false(await store.putIfAbsent('a', bytes('x')));
		t.deepEqual(await namesIn(store, ''), ['a', 'b']);
	});

	test('what is not there has no size, is deleted without complaint, and is missing to get', async (t) => {
		const store = await makeStore(t);
		await store.put('a/b', bytes('x'));
		for (const name of ['a', 'a/c', 'a/b/c', 'd/e']) {
			t.is(await store.size(name), undefined);
			await store.delete(name);
			await t.throwsAsync(store.get(name), {code: 'missing', message: new RegExp(`get ${name}: `)});
			await t.throwsAsync(store.get(name, {start: 0, end: 1}), {code: 'missing'});
		}
		t.is(text(await store.get('a/b')), 'x');
	});

	test('a range holds the bytes from its start up to its end', async (t) => {
		const store = await makeStore(t);
		await store.put('a', bytes('0123456789'));
		const part = async (start: number, end: number) => text(await store.get('a', {start, end}));
		t.is(await part(0, 10), '0123456789');
		t.is(await part(2, 5), '234');
		t.is(await part(9, 10), '9');
		t.is(await part(10, 10), '');
	});

	test('a range past the end is corrupt, one that is none a usage error', async (t) => {
		const store = await makeStore(t);
		await store.put('a', bytes('0123456789'));
		const past = {code: 'corrupt', message: /expected at least 11 bytes, found 10/};
		await t.throwsAsync(store.get('a', {start: 0, end: 11}), past);
		await t.throwsAsync(store.get('a', {start: 11, end: 11}), past);
		for (const [start, end] of [
			[-1, 2],
			[3, 2],
			[0.5, 2],
			[0, Infinity],
			[Number.NaN, 1],
		] as const) {
			await t.throwsAsync(store.get('a', {start, end}), {code: 'usage'});
		}
	});

	test('putIfAbsent creates once, tells so, and then leaves the object as it is', async (t) => {
		const store = await makeStore(t);
		t.true(await store.putIfAbsent('m/1', bytes('first')));
		t.false(await store.putIfAbsent('m/1', bytes('second')));
		t.is(text(await store.get('m/1')), 'first');
		await store.put('m/2', bytes('put'));
		t.false(await store.putIfAbsent('m/2', bytes('second')));
		await store.delete('m/1');
		t.true(await store.putIfAbsent('m/1', bytes('third')));
		t.is(text(await store.get('m/1')), 'third');
		t.true(await store.putIfAbsent('m/3', bytes('quick'), {durable: false}));
		t.false(await store.putIfAbsent('m/3', bytes('second'), {durable: false}));
		t.is(text(await store.get('m/3')), 'quick');
	});

	test('of 16 that race to create an object one wins, and its bytes are there', async (t) => {
		const store = await makeStore(t);
		for (let round = 0; round < 10; round++) {
			const name = `race/${round}`;
			const won = await Promise.all(
				Array.from({length: 16}, (_, racer) =>
					store.putIfAbsent(name, bytes(`racer ${racer}`), {durable: racer % 2 === 0}),
				),
			);
			t.is(won.filter(Boolean).length, 1);
			t.is(text(await store.get(name)), `racer ${won.indexOf(true)}`);
		}
		t.is((await namesIn(store, '')).length, 10);
	});

	test('a get while the object is replaced sees one version whole', async (t) => {
		const store = await makeStore(t);
		const version = (index: number) => new Uint8Array(100_000 + index).fill(index);
		await store.put('a', version(0));
		let writing = true;
		const write = async () => {
			for (let index = 1; index <= 40; index++) await store.put('a', version(index));
			writing = false;
		};
		const read = async () => {
			do {
				const seen = await store.get('a');
				t.is(seen.length, 100_000 + (seen[0] ?? -1));
				t.is(seen.at(-1), seen[0]);
			} while (writing);
		};
		await Promise.all([write(), read(), read()]);
		t.deepEqual(await store.get('a'), version(40));
	});

	test('puts of one object at once leave one of them whole, and nothing else', async (t) => {
		const store = await makeStore(t);
		await Promise.all(
			Array.from({length: 16}, (_, index) => store.put('x/y/a', new Uint8Array(50_000).fill(index))),
		);
		const seen = await store.get('x/y/a');
		t.is(seen.length, 50_000);
		t.true(seen.every((byte) => byte === seen[0]));
		t.deepEqual(await namesIn(store, ''), ['x/y/a']);
	});

	test('a store opened by its URL is the same store', async (t) => {
		const store = await makeStore(t);
		await store.put('a/b', bytes('x'));
		const other = await open(store.url);
		t.is(other.url, store.url);
		t.is(text(await other.get('a/b')), 'x');
		t.false(await other.putIfAbsent('a/b', bytes('y')));
		await other.put('c', bytes('z'));
		t.deepEqual(await namesIn(store, ''), ['a/b', 'c']);
	});

	testStoreNames(test, makeStore);
	testStoreExpose(test, makeStore, shown);
	testStoreModel(test, makeStore);
}

/** How the suite looks at a store from outside. */
export interface StoreSuite<S extends Store> {
	/** Opens a store by its URL. */
	readonly open: (url: string) => Awaitable<Store>;
	/** What a folder or a `latest` link shows: file names and their bytes; undefined where nothing is shown. */
	readonly shown: (store: S, folder: string) => Awaitable<ReadonlyMap<string, Uint8Array> | undefined>;
}
