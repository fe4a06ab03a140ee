import {spawnSync} from 'node:child_process';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import test from 'ava';

// A disk of 1 MiB, mounted where only the child sees it; needs user namespaces.
const mount = ['-Urm', 'sh', '-c', 'mount -t tmpfs -o size=1m tmpfs "$0" && exec "$@"'];
const mountable = spawnSync('unshare', [...mount, '/mnt', 'true']).status === 0;

(mountable ? test : test.skip)(
	'on a full disk a put is an error, nothing half-written stays, and room makes it work again',
	async (t) => {
		const root = await mkdtemp(`${tmpdir()}/millrace-full-`);
		t.teardown(() => rm(root, {recursive: true, force: true}));
		const script = `
		const {readdirSync} = await import('node:fs');
		const {localStore} = await import('${new URL('local-store.ts', import.meta.url).href}');
		const store = localStore('${root}');
		const bytes = new Uint8Array(400_000).fill(7);
		const answers = [];
		for (const [call, name] of [['put', 'a'], ['put', 'b'], ['put', 'c'], ['putIfAbsent', 'd']]) {
			answers.push(await store[call](name, bytes).then(() => 'done', ({code, message}) => code + ' ' + /free some space/.test(message)));
		}
		answers.push(readdirSync('${root}').join(), (await store.get('b')).length, await store.size('c'));
		await store.delete('a');
		answers.push(await store.putIfAbsent('c', bytes));
		console.log(JSON.stringify(answers));`;
		const {stdout, stderr} = spawnSync(
			'unshare',
			[...mount, root, process.execPath, '--input-type=module', '-e', script],
			{encoding: 'utf8'},
		);
		t.is(stderr, '');
		t.deepEqual(JSON.parse(stdout), ['done', 'done', 'space true', 'space true', 'a,b', 400_000, null, true]);
	},
);
