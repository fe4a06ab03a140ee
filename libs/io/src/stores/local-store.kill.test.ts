import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, readdir, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {createInterface} from 'node:readline';
import {namesIn} from '@millrace/testing';
import test from 'ava';
import {localStore} from './local-store.ts';
import {sweepTemps} from './sweep-temps.ts';

const size = 1_000_000;

test('whenever the process is killed, objects are whole, what was reported is there, and a sweep leaves no trace', async (t) => {
	const root = await mkdtemp(`${tmpdir()}/millrace-kill-`);
	t.teardown(() => rm(root, {recursive: true, force: true}));
	const store = localStore(root);
	let leftovers = 0;
	for (let round = 1; round <= 8; round++) {
		// Two puts are reported; six more are under way when the process kills itself, later in every round.
		const script = `
			const {localStore} = await import('${new URL('local-store.ts', import.meta.url).href}');
			const {setImmediate} = await import('node:timers/promises');
			const store = localStore('${root}');
			const bytes = (value) => new Uint8Array(${size}).fill(value);
			await store.put('a/replaced', bytes(${round}));
			await store.putIfAbsent('b/${round}-0', bytes(${round}));
			console.log('reported');
			for (let index = 1; index <= 3; index++) {
				store.put('a/replaced', bytes(${round} + index * 16));
				store.putIfAbsent('b/${round}-' + index, bytes(${round}), {durable: index === 1});
			}
			for (let turn = 0; turn < ${round * 2}; turn++) await setImmediate();
			process.kill(process.pid, 'SIGKILL');`;
		const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
			stdio: ['ignore', 'pipe', 'inherit'],
		});
		const ended = once(child, 'close');
		const lines: string[] = [];
		for await (const line of createInterface(child.stdout)) lines.push(line);
		t.deepEqual(await ended, [null, 'SIGKILL']);
		t.deepEqual(lines, ['reported']);

		const replaced = await store.get('a/replaced');
		t.is(replaced.length, size);
		t.true(replaced.every((byte) => byte === replaced[0]));
		t.is((replaced[0] ?? 0) % 16, round);
		const names = await namesIn(store, 'b/');
		t.true(names.includes(`b/${round}-0`));
		for (const name of names) {
			const bytes = await store.get(name);
			t.is(bytes.length, size);
			t.true(bytes.every((byte) => name.startsWith(`b/${byte}-`)));
			await store.delete(name);
		}
		leftovers += (await sweepTemps(root)).length;
		t.deepEqual(
			(await readdir(root, {recursive: true})).filter((name) => name.includes('.tmp-')),
			[],
		);
	}
	t.log(`${leftovers} temporary files were left by 8 kills`);
});
