import type {Awaitable, Store} from '@millrace/core';
import type {ExecutionContext, TestFn} from 'ava';
import {bytes, namesIn} from './store-content.ts';

/** Registers the tests of names and of list. */
export function testStoreNames(test: TestFn, makeStore: (t: ExecutionContext) => Awaitable<Store>): void {
	test('list gives names ascending by code unit, whatever stands beside the slash', async (t) => {
		const store = await makeStore(t);
		const names = [
			'a-b/c',
			'a.b',
			'a/b',
			'a/b.c',
			'a/b-c/d',
			'a0',
			'a=b',
			'a_b/c/d',
			'ab',
			'b/10',
			'b/2',
			'b/a/z',
			'z',
		];
		for (const name of names.toReversed()) await store.put(name, bytes(name));
		t.deepEqual(await namesIn(store, ''), names.toSorted());
	});

	test('list gives the names that begin with a prefix, also in the middle of a part', async (t) => {
		const store = await makeStore(t);
		for (const name of ['run/a1/x', 'run/a2', 'run/b', 'runs/a', 'ru']) await store.put(name, bytes(''));
		t.deepEqual(await namesIn(store, 'run'), ['run/a1/x', 'run/a2', 'run/b', 'runs/a']);
		t.deepEqual(await namesIn(store, 'run/'), ['run/a1/x', 'run/a2', 'run/b']);
		t.deepEqual(await namesIn(store, 'run/a'), ['run/a1/x', 'run/a2']);
		t.deepEqual(await namesIn(store, 'run/a1'), ['run/a1/x']);
		t.deepEqual(await namesIn(store, 'run/a2'), ['run/a2']);
		for (const prefix of ['run/a2/', 'run/c', 'none/at/all', 'run/a1/x/y', 'x'])
			t.deepEqual(await namesIn(store, prefix), []);
	});

	test('list of an empty store is empty', async (t) => {
		const store = await makeStore(t);
		t.deepEqual(await namesIn(store, ''), []);
		t.deepEqual(await namesIn(store, 'a/b'), []);
	});

	test('a deleted object is not listed', async (t) => {
		const store = await makeStore(t);
		const names = Array.from({length: 300}, (_, index) => `n/${String(index).padStart(4, '0')}`);
		await Promise.all(names.map(async (name) => store.put(name, bytes(name))));
		await Promise.all(names.filter((_, index) => index % 3 === 0).map(async (name) => store.delete(name)));
		t.deepEqual(
			await namesIn(store, 'n/'),
			names.filter((_, index) => index % 3 !== 0),
		);
	});

	for (const name of badNames) {
		test(`the name ${JSON.stringify(name.slice(0, 40))} is refused by every call`, async (t) => {
			const store = await makeStore(t);
			await store.put('good', bytes('x'));
			const refused = {code: 'usage'};
			await t.throwsAsync(store.put(name, bytes('x')), refused);
			await t.throwsAsync(store.putIfAbsent(name, bytes('x')), refused);
			await t.throwsAsync(store.get(name), refused);
			await t.throwsAsync(store.size(name), refused);
			await t.throwsAsync(store.delete(name), refused);
			await t.throwsAsync(store.expose(name, new Map([['shown', 'good']])), refused);
			await t.throwsAsync(store.expose('folder', new Map([['shown', name]])), refused);
			await t.throwsAsync(
				store.expose('folder', new Map([[name === 'Upper' ? 'a b' : name, 'good']])),
				refused,
			);
			await t.throwsAsync(store.expose('folder', new Map([['shown', 'good']]), name), refused);
			t.deepEqual(await namesIn(store, ''), ['good']);
		});
	}

	test('a prefix that can begin no name is refused by list', async (t) => {
		const store = await makeStore(t);
		for (const prefix of ['/', '../', 'a//', 'a/../', 'A', 'a b', './'])
			await t.throwsAsync(namesIn(store, prefix), {code: 'usage'});
	});
}

const badNames = [
	'',
	'/',
	'/etc/passwd',
	'a/',
	'a//b',
	'.',
	'..',
	'../a',
	'a/../b',
	'a/./b',
	'a/..',
	'Upper',
	'a b',
	'a\\b',
	'a\0b',
	'a\nb',
	'é',
	'a:b',
	'.tmp-1-2-3',
	'a/.tmp-x',
	'x'.repeat(300),
	'long/'.repeat(200) + 'x',
];
