import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {text} from 'node:stream/consumers';
import {mkdirSync, readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import {publishedRows} from './published-rows.ts';
import {refreshModule} from './refresh-module.ts';
import {temporaryFolder} from './temporary-folder.ts';

const module = import.meta.resolve('./pipelines/bad-input.ts');
const child = fileURLToPath(new URL('refresh-in-child.ts', import.meta.url));

const lines = (count: number): string =>
	Array.from({length: count}, (_, n) => `${JSON.stringify({text: `line ${n}`, n})}\n`).join('');

test('a second run at the same time is told who is at work and changes nothing; the first publishes', async (t) => {
	const folder = temporaryFolder(t);
	const [root, out] = [join(folder, 'in'), join(folder, 'out')];
	mkdirSync(root);
	writeFileSync(join(root, 'a.jsonl'), lines(50));
	let second: Promise<unknown> | undefined;
	const {manifest} = await refreshModule({
		module,
		out,
		given: {root},
		onEvent(event) {
			if (event.type === 'phase')
				second ??= refreshModule({module, out, given: {root}}).then(
					() => 'published',
					(error: unknown) => error,
				);
		},
	});
	const refused: unknown = await second;
	t.like(refused, {code: 'locked'});
	t.regex(
		String(refused),
		/expected no other run, found run bad-input of process \d+ on .*; wait until it ends, or stop it\./,
	);
	t.is(manifest.version, 1);
	t.is((await publishedRows(out)).rows.length, 50);
	t.is((await refreshModule({module, out, given: {root}})).outcome, 'unchanged');
});

test('of several processes that start at once some publish in turn, the others are told; one version is published', async (t) => {
	const folder = temporaryFolder(t);
	const [root, out] = [join(folder, 'in'), join(folder, 'out')];
	mkdirSync(root);
	writeFileSync(join(root, 'a.jsonl'), lines(200));
	const ended = await Promise.all(
		Array.from({length: 3}, async () => {
			const run = spawn(process.execPath, [child, module, out, JSON.stringify({root})], {
				stdio: ['ignore', 'ignore', 'pipe'],
			});
			const [told] = await Promise.all([text(run.stderr), once(run, 'close')]);
			return {code: run.exitCode, told};
		}),
	);
	t.true(ended.some(({code}) => code === 0));
	for (const {told} of ended.filter(({code}) => code !== 0)) t.regex(told, /expected no other run/);
	t.deepEqual(readdirSync(join(out, 'manifests')), ['v000001.json']);
	t.is((await publishedRows(out)).rows.length, 200);
});
