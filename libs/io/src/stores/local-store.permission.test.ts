import {chmod, mkdir, mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import process from 'node:process';
import test from 'ava';
import {localStore} from './local-store.ts';

test.serial('without permission every call is a usage error that names the path', async (t) => {
	const root = await mkdtemp(`${tmpdir()}/millrace-store-`);
	t.teardown(() => rm(root, {recursive: true, force: true}));
	await localStore(root).put('closed/a', Buffer.from('x'));
	await localStore(root).put('readonly/a', Buffer.from('x'));
	await mkdir(`${root}/empty`);
	await chmod(root, 0o755);
	await chmod(`${root}/closed`, 0o000);
	await chmod(`${root}/readonly`, 0o555);
	// Root may do anything, so the calls run as nobody.
	const isRoot = process.geteuid?.() === 0;
	if (isRoot) process.seteuid?.(65_534);
	try {
		const store = localStore(root);
		const denied = (name: string) => ({
			code: 'usage',
			message: new RegExp(`${name}.*expected permission to read and write there.*EACCES.*${root}`),
		});
		await t.throwsAsync(store.get('closed/a'), denied('closed/a'));
		await t.throwsAsync(store.size('closed/a'), denied('closed/a'));
		await t.throwsAsync(store.put('closed/a', Buffer.from('y')), denied('closed/a'));
		await t.throwsAsync(store.put('readonly/a', Buffer.from('y')), denied('readonly/a'));
		await t.throwsAsync(store.put('readonly/b/c', Buffer.from('y')), denied('readonly/b/c'));
		await t.throwsAsync(store.putIfAbsent('readonly/b', Buffer.from('y')), denied('readonly/b'));
		await t.throwsAsync(store.delete('readonly/a'), denied('readonly/a'));
		await t.throwsAsync(store.expose('readonly/out', new Map([['a', 'readonly/a']])), denied('readonly/out'));
		t.is(Buffer.from(await store.get('readonly/a')).toString(), 'x');
	} finally {
		if (isRoot) process.seteuid?.(0);
		await chmod(`${root}/closed`, 0o755);
		await chmod(`${root}/readonly`, 0o755);
	}
	t.is(Buffer.from(await localStore(root).get('closed/a')).toString(), 'x');
});
