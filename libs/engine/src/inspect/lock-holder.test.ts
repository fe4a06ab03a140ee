import {memoryStore} from '@millrace/io';
import test from 'ava';
import {bytes} from '../../fixtures/bytes.ts';
import {acquireLock} from '../lock.ts';
import {lockHolder} from './lock-holder.ts';

test('names the run that holds the lock, as long as it does', async (t) => {
	const store = memoryStore();
	t.is(await lockHolder(store), undefined);
	const lock = await acquireLock(store, {runId: 'notes'});
	const holder = await lockHolder(store);
	t.deepEqual([holder?.runId, holder?.pid], ['notes', process.pid]);
	await lock.release();
	t.is(await lockHolder(store), undefined);
	await acquireLock(store, {runId: 'again'});
	t.is((await lockHolder(store))?.runId, 'again');
});

test('a record of a process that has ended holds nothing, one of nobody is an error', async (t) => {
	const store = memoryStore();
	const lock = await acquireLock(store, {runId: 'notes'});
	const record = `locks/${String(lock.generation).padStart(6, '0')}.json`;
	const text = new TextDecoder().decode(await store.get(record));
	// The same host and boot, and a process id beyond those that Linux gives.
	const ended = text.replace(/("process":"\w+)-\d+-\d+"/, '$1-99999999-1"');
	t.not(ended, text);
	await store.put(record, bytes(ended));
	t.is(await lockHolder(store), undefined);
	await store.put(record, bytes('{'));
	await t.throwsAsync(lockHolder(store), {code: 'corrupt', message: /expected the record of a run/});
});
