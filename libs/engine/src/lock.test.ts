import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, rm} from 'node:fs/promises';
import {hostname, tmpdir} from 'node:os';
import process from 'node:process';
import {createInterface} from 'node:readline';
import type {Store} from '@millrace/core';
import {localStore, memoryStore, processIdentity} from '@millrace/io';
import {namesIn} from '@millrace/testing';
import test, {type ExecutionContext} from 'ava';
import {acquireLock, type Lock, type LockHolder} from './lock.ts';

async function makeStore(t: ExecutionContext): Promise<Store> {
	const root = await mkdtemp(`${tmpdir()}/millrace-lock-`);
	t.teardown(() => rm(root, {recursive: true, force: true}));
	return localStore(root);
}

/** A process that takes the lock and answers on its first line; it then waits to be killed. */
async function otherProcess(t: ExecutionContext, store: Store, runId: string) {
	const script = `
		const {acquireLock} = await import('${new URL('lock.ts', import.meta.url).href}');
		const {openStore} = await import('@millrace/io');
		const answer = await acquireLock(openStore('${store.url}'), {runId: '${runId}'}).then(() => 'held', ({code, message}) => code + ' ' + message);
		console.log(answer);
		setInterval(() => {}, 1000);`;
	const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const kill = async () => {
		if (child.exitCode !== null || child.signalCode !== null) return;
		child.kill('SIGKILL');
		await once(child, 'exit');
	};
	t.teardown(kill);
	for await (const answer of createInterface(child.stdout)) return {child, answer, kill};
	throw new Error('the other process ended without an answer');
}

const holder = (change: Partial<LockHolder>): Uint8Array =>
	Buffer.from(
		JSON.stringify({
			pid: process.pid,
			host: hostname(),
			started: '2026-01-01T00:00:00.000Z',
			runId: 'old',
			process: processIdentity(),
			token: 'x',
			...change,
		}),
	);

test('a lock is held by one run until it is released', async (t) => {
	const store = await makeStore(t);
	const first = await acquireLock(store, {runId: 'first'});
	t.is(first.generation, 1);
	await first.check();
	await t.throwsAsync(acquireLock(store, {runId: 'second'}), {code: 'locked'});
	await first.release();
	await first.release();
	await t.throwsAsync(first.check(), {code: 'locked', message: /given back/});
	const second = await acquireLock(store, {runId: 'second'});
	t.is(second.generation, 2);
	await t.throwsAsync(acquireLock(store, {runId: 'third'}), {code: 'locked'});
	t.deepEqual(await namesIn(store, ''), ['locks/000002.json']);
});

test('whoever is refused is told of the run, its process, since when, and what to do', async (t) => {
	const store = memoryStore();
	await store.put('locks/000007.json', holder({pid: process.pid, runId: 'nightly-3'}));
	const error = await t.throwsAsync(acquireLock(store, {runId: 'x'}), {code: 'locked'});
	for (const part of [
		'nightly-3',
		`process ${process.pid}`,
		hostname(),
		'2026-01-01T00:00:00.000Z',
		'wait until it ends',
	]) {
		t.true(error.message.includes(part), part);
	}
});

test('two names are two locks', async (t) => {
	const store = memoryStore();
	await acquireLock(store, {runId: 'a', name: 'locks/docs'});
	await acquireLock(store, {runId: 'b', name: 'locks/code'});
	await t.throwsAsync(acquireLock(store, {runId: 'c', name: 'locks/code'}), {code: 'locked'});
});

test('a process that is alive keeps the lock, one that was killed does not', async (t) => {
	const store = await makeStore(t);
	const other = await otherProcess(t, store, 'killed');
	t.is(other.answer, 'held');
	const refused = await t.throwsAsync(acquireLock(store, {runId: 'mine'}), {code: 'locked'});
	t.true(refused.message.includes(`run killed of process ${other.child.pid ?? 0}`));
	await other.kill();
	const mine = await acquireLock(store, {runId: 'mine'});
	t.is(mine.generation, 2);
	const late = await otherProcess(t, store, 'late');
	t.regex(late.answer, new RegExp(`^locked .* run mine of process ${process.pid} `));
});

test('a lock left by a process whose id another has now is taken over', async (t) => {
	const store = memoryStore();
	await store.put('locks/000001.json', holder({process: processIdentity().replace(/\d+$/, '1')}));
	t.is((await acquireLock(store, {runId: 'x'})).generation, 2);
});

test('a lock of another host is kept whatever runs there, until it is taken by force', async (t) => {
	const store = memoryStore();
	const identity = `ffffff${processIdentity().slice(6)}`;
	await store.put('locks/000001.json', holder({host: 'elsewhere', process: identity}));
	await t.throwsAsync(acquireLock(store, {runId: 'x'}), {
		code: 'locked',
		message: /on elsewhere.*by force, or delete locks\/000001\.json/,
	});
	const forced = await acquireLock(store, {runId: 'x', force: true});
	t.is(forced.generation, 2);
	await forced.check();
});

test('a run whose lock was taken by force is told so when it asks', async (t) => {
	const store = memoryStore();
	const first = await acquireLock(store, {runId: 'first'});
	const second = await acquireLock(store, {runId: 'second', force: true});
	await t.throwsAsync(first.check(), {code: 'locked', message: /another run took it/});
	await first.release();
	await second.check();
	await t.throwsAsync(acquireLock(store, {runId: 'third'}), {code: 'locked'});
});

test('of 8 that race for a lock that is free, released or left behind, one wins', async (t) => {
	for (const store of [memoryStore(), await makeStore(t)]) {
		let last: Lock | undefined;
		for (let round = 0; round < 15; round++) {
			const answers = await Promise.allSettled(
				Array.from({length: 8}, (_, racer) => acquireLock(store, {runId: `racer-${racer}`})),
			);
			const won = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
			t.is(won.length, 1);
			for (const answer of answers) if (answer.status === 'rejected') t.like(answer.reason, {code: 'locked'});
			[last] = won;
			await last?.check();
			const left = [...(await namesIn(store, 'locks/'))].at(-1) ?? '';
			if (round % 2 === 0) await last?.release();
			else await store.put(left, holder({process: processIdentity().replace(/\d+$/, '1')}));
		}
	}
});

test('a run that lists a generation before it is replaced and creates it after does not get the lock', async (t) => {
	const store = memoryStore();
	const first = await acquireLock(store, {runId: 'first'});
	await first.release();
	let holds: Lock | undefined;
	const slow: Store = {
		...store,
		async putIfAbsent(name, bytes) {
			// Meanwhile generations 2 and 3 are taken and the second is deleted.
			if (!holds) {
				await (await acquireLock(store, {runId: 'second'})).release();
				holds = await acquireLock(store, {runId: 'third'});
				t.deepEqual(await namesIn(store, ''), ['locks/000003.json']);
			}
			return store.putIfAbsent(name, bytes);
		},
	};
	await t.throwsAsync(acquireLock(slow, {runId: 'slow'}), {code: 'locked', message: /run third/});
	await holds?.check();
	t.deepEqual(await namesIn(store, ''), ['locks/000003.json']);
});

test('a record deleted by hand frees the lock, and its marker does not free the next', async (t) => {
	const store = memoryStore();
	await (await acquireLock(store, {runId: 'first'})).release();
	await store.delete('locks/000001.json');
	t.is((await acquireLock(store, {runId: 'second'})).generation, 2);
	await t.throwsAsync(acquireLock(store, {runId: 'third'}), {code: 'locked'});
});

test('a record that is none is an error that names it', async (t) => {
	for (const content of ['', '{', '[]', '{"pid": 1}']) {
		const store = memoryStore();
		await store.put('locks/000001.json', Buffer.from(content));
		await t.throwsAsync(acquireLock(store, {runId: 'x'}), {code: 'corrupt', message: /locks\/000001\.json/});
	}
});
