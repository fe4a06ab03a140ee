import {spawn} from 'node:child_process';
import {once} from 'node:events';
import process from 'node:process';
import test from 'ava';
import {hasEnded, processIdentity} from './process-identity.ts';

const [host = '', , start = ''] = processIdentity().split('-');

test('this process has not ended, and names itself always the same', (t) => {
	t.is(processIdentity(), processIdentity());
	t.regex(processIdentity(), new RegExp(`^[0-9a-f]{18}-${process.pid}-[0-9]+$`));
	t.false(hasEnded(processIdentity()));
});

test('a killed process has ended', async (t) => {
	const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
	const identity = `${host}-${child.pid ?? 0}-0`;
	t.false(hasEnded(identity));
	child.kill('SIGKILL');
	await once(child, 'exit');
	t.true(hasEnded(identity));
});

test('a process whose id another has now has ended', (t) => {
	t.is(hasEnded(`${host}-${process.pid}-1`), start !== '0');
});

test('a process before the last start of this host has ended', (t) => {
	const rebooted = `${host.slice(0, 6)}000000${host.slice(12)}`;
	t.true(hasEnded(`${rebooted}-${process.pid}-${start}`));
});

test('a process of another host or container, or a name that is none, has not certainly ended', (t) => {
	t.false(hasEnded(`000000${host.slice(6)}-999999999-1`));
	t.false(hasEnded(`${host.slice(0, 12)}000000-999999999-1`));
	t.false(hasEnded('nonsense'));
});
