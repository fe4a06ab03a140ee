import {MillraceError, type Store} from '@millrace/core';
import test from 'ava';
import {CrashError, faultStore, type FaultPlan} from './fault-store.ts';
import {bytes, namesIn, text} from './store-content.ts';

/** Six changes: five puts and a delete. */
async function work(plan?: FaultPlan) {
	const inner = plainStore();
	const store = faultStore(inner, plan);
	const run = async () => {
		await store.put('a', bytes('aaaa'));
		await store.put('b', bytes('bbbb'), {durable: true});
		await store.putIfAbsent('c', bytes('cccc'));
		await store.putIfAbsent('d', bytes('dddd'), {durable: false});
		await store.delete('b');
		await store.put('e', bytes('eeee'));
	};
	const error: unknown = await run().then(
		() => undefined,
		(error: unknown) => error,
	);
	const left: Record<string, string> = {};
	for (const name of await namesIn(inner, '')) left[name] = text(await inner.get(name));
	return {store, error, left};
}

test('without a plan it counts the changes', async (t) => {
	const {store, error, left} = await work();
	t.is(error, undefined);
	t.is(store.changes, 6);
	t.deepEqual(left, {a: 'aaaa', c: 'cccc', d: 'dddd', e: 'eeee'});
	await store.get('a');
	await store.size('a');
	await namesIn(store, '');
	t.is(store.changes, 6);
	await store.expose('out', new Map([['a', 'a']]));
	t.is(store.changes, 7);
});

const lost = [
	{},
	{a: 'aaaa'},
	{a: 'aaaa', b: 'bbbb'},
	{a: 'aaaa', b: 'bbbb', c: 'cccc'},
	{a: 'aaaa', b: 'bbbb', c: 'cccc', d: 'dddd'},
	{a: 'aaaa', c: 'cccc', d: 'dddd'},
];
const applied = [...lost.slice(1), {a: 'aaaa', c: 'cccc', d: 'dddd', e: 'eeee'}];
const torn = [
	{a: 'aa'},
	lost[1],
	lost[2],
	{a: 'aaaa', b: 'bbbb', c: 'cccc', d: 'dd'},
	lost[4],
	{a: 'aaaa', c: 'cccc', d: 'dddd', e: 'ee'},
];

for (const [outcome, expected] of [
	['lost', lost],
	['applied', applied],
	['torn', torn],
] as const) {
	test(`a call that is ${outcome} is the last that has an effect`, async (t) => {
		for (let at = 1; at <= 6; at++) {
			const {store, error, left} = await work({at, outcome});
			t.true(error instanceof CrashError);
			t.true(store.crashed);
			t.deepEqual<unknown, unknown>(left, expected[at - 1], `change ${at}`);
			const dead = {instanceOf: CrashError};
			await t.throwsAsync(store.put('f', bytes('x')), dead);
			await t.throwsAsync(store.putIfAbsent('f', bytes('x')), dead);
			await t.throwsAsync(store.delete('a'), dead);
			await t.throwsAsync(store.get('a'), dead);
			await t.throwsAsync(store.size('a'), dead);
			await t.throwsAsync(namesIn(store, ''), dead);
			await t.throwsAsync(store.expose('x', new Map()), dead);
			t.is(store.changes, at);
		}
	});
}

test('a plan beyond the last change never fires, which ends a sweep', async (t) => {
	const {store, error} = await work({at: 7, outcome: 'lost'});
	t.is(error, undefined);
	t.false(store.crashed);
});

test('a power cut undoes or tears earlier puts that were not durable, and no others', async (t) => {
	const inner = plainStore();
	const store = faultStore(inner, {at: 10, outcome: 'lost', powerCut: true});
	for (const name of ['d1', 'd2', 'd3', 'again'])
		await store.put(name, bytes('1234'), {durable: name !== 'again'});
	for (const name of ['v1', 'v2', 'v3']) await store.put(name, bytes('1234'));
	await store.put('again', bytes('5678'), {durable: true});
	await store.putIfAbsent('v4', bytes('1234'), {durable: false});
	await t.throwsAsync(store.put('last', bytes('1234')), {instanceOf: CrashError});
	t.deepEqual(await namesIn(inner, ''), ['again', 'd1', 'd2', 'd3', 'v2', 'v3']);
	for (const name of ['d1', 'd2', 'd3', 'v3']) t.is(text(await inner.get(name)), '1234');
	t.is(text(await inner.get('again')), '5678');
	t.is(text(await inner.get('v2')), '12');
});

test('a full disk fails one change or all from then on, with nothing of them there', async (t) => {
	const once = faultStore(plainStore(), {at: 2, outcome: 'full'});
	await once.put('a', bytes('x'));
	await t.throwsAsync(once.put('b', bytes('x')), {code: 'space', message: /put b: the disk is full/});
	await once.put('c', bytes('x'));
	t.deepEqual(await namesIn(once, ''), ['a', 'c']);
	const always = faultStore(plainStore(), {at: 2, outcome: 'full-from'});
	await always.put('a', bytes('x'));
	await t.throwsAsync(always.putIfAbsent('b', bytes('x')), {code: 'space'});
	await t.throwsAsync(always.put('c', bytes('x')), {code: 'space'});
	t.deepEqual(await namesIn(always, ''), ['a']);
	t.is(text(await always.get('a')), 'x');
	t.false(always.crashed);
});

test('calls under way when the process dies are done before the fault, and answer nobody', async (t) => {
	const inner = plainStore();
	const store = faultStore(inner, {at: 3, outcome: 'lost'});
	const answers = await Promise.allSettled([
		store.put('a', bytes('x')),
		store.putIfAbsent('b', bytes('x')),
		store.put('c', bytes('x')),
		store.get('a'),
	]);
	t.deepEqual(
		answers.map(({status}) => status),
		['rejected', 'rejected', 'rejected', 'rejected'],
	);
	await store.settled();
	t.deepEqual(await namesIn(inner, ''), ['a', 'b']);
});

/** A map as a store: the stores of `@millrace/io` are tested by this package and so cannot be used here. */
function plainStore(): Store {
	const objects = new Map<string, Uint8Array>();
	return {
		url: 'plain:',
		get(name) {
			const found = objects.get(name);
			return found ? Promise.resolve(found) : Promise.reject(new MillraceError('missing', name));
		},
		size: (name) => Promise.resolve(objects.get(name)?.length),
		put(name, content) {
			objects.set(name, content);
			return Promise.resolve();
		},
		putIfAbsent(name, content) {
			const isAbsent = !objects.has(name);
			if (isAbsent) objects.set(name, content);
			return Promise.resolve(isAbsent);
		},
		async *list(prefix) {
			for (const name of [...objects.keys()].sort())
				if (name.startsWith(prefix)) yield await Promise.resolve(name);
		},
		delete(name) {
			objects.delete(name);
			return Promise.resolve();
		},
		expose: () => Promise.resolve(),
	};
}
