import type {Awaitable, Store} from '@millrace/core';
import type {ExecutionContext, TestFn} from 'ava';
import fc from 'fast-check';
import {namesIn} from './store-content.ts';

/** Registers the property that a store answers any sequence of calls as a map does. */
export function testStoreModel(test: TestFn, makeStore: (t: ExecutionContext) => Awaitable<Store>): void {
	test('any sequence of calls is answered as by a map', async (t) => {
		const store = await makeStore(t);
		let run = 0;
		await fc.assert(
			fc.asyncProperty(fc.commands(commands, {maxCommands: 40}), async (sequence) => {
				const real = {t, store, folder: `run-${run++}/`};
				await fc.asyncModelRun(() => ({model: new Map<string, Uint8Array>(), real}), sequence);
			}),
			{seed: 20, numRuns: 40},
		);
		t.pass();
	});
}

type Model = Map<string, Uint8Array>;

interface Real {
	readonly t: ExecutionContext;
	readonly store: Store;
	readonly folder: string;
}

type Call = fc.AsyncCommand<Model, Real>;

const name = fc.constantFrom('a', 'b.c', 'b/1', 'b/2', 'b-c/d', 'e/f/g', 'e/f/h');
const content = fc.uint8Array({maxLength: 30});

const call = (title: string, run: Call['run']): Call => ({check: () => true, run, toString: () => title});

const commands: fc.Arbitrary<Call>[] = [
	fc.tuple(name, content, fc.boolean()).map(([name, content, durable]) =>
		call(`put(${name}, ${content.length})`, async (model, {store, folder}) => {
			await store.put(folder + name, content, {durable});
			model.set(name, content);
		}),
	),
	fc.tuple(name, content, fc.boolean()).map(([name, content, durable]) =>
		call(`putIfAbsent(${name}, ${content.length})`, async (model, {t, store, folder}) => {
			const created = await store.putIfAbsent(folder + name, content, {durable});
			t.is(created, !model.has(name));
			if (created) model.set(name, content);
		}),
	),
	name.map((name) =>
		call(`delete(${name})`, async (model, {store, folder}) => {
			await store.delete(folder + name);
			model.delete(name);
		}),
	),
	name.map((name) =>
		call(`get(${name})`, async (model, {t, store, folder}) => {
			const expected = model.get(name);
			t.is(await store.size(folder + name), expected?.length);
			if (expected) t.deepEqual(Uint8Array.from(await store.get(folder + name)), Uint8Array.from(expected));
			else await t.throwsAsync(store.get(folder + name), {code: 'missing'});
		}),
	),
	fc.constantFrom('', 'b', 'b/', 'b/1', 'e/', 'e/f/', 'x').map((prefix) =>
		call(`list(${prefix})`, async (model, {t, store, folder}) => {
			const expected = [...model.keys()]
				.filter((name) => name.startsWith(prefix))
				.map((name) => folder + name);
			t.deepEqual(await namesIn(store, folder + prefix), expected.sort());
		}),
	),
];
