import {spawnSync} from 'node:child_process';
import {cpSync, existsSync, readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout} from 'node:timers/promises';
import test from 'ava';
import {millrace, notes, publishedNotes, temporaryFolder} from '../fixtures/harness.ts';

test.serial('help has every command and examples, and each command its own', async (t) => {
	const {stdout, code} = await millrace(['--help']);
	t.is(code, 0);
	const commands = ['refresh', 'run', 'preview', 'show', 'report', 'status', 'verify', 'doctor'];
	for (const command of commands) t.regex(stdout, new RegExp(`^ {2}${command} `, 'm'));
	for (const command of commands)
		t.regex((await millrace([command, '--help'])).stdout, /\nExamples:\n {2}\$ millrace /);
});

test.serial('the version of the program and that of a dataset are told apart', async (t) => {
	t.regex((await millrace(['--version'])).stdout, /^\d+\.\d+\.\d+\n$/);
	const out = await publishedNotes(t);
	const {stdout, code} = await millrace([
		'show',
		notes,
		'--out',
		out,
		'--version',
		'1',
		'--rows',
		'1',
		'--json',
	]);
	t.deepEqual([code, stdout.split('\n').length], [0, 2]);
});

test.serial('a second run at once ends with 12, a second signal ends the first at once', async (t) => {
	const out = join(temporaryFolder(t), 'notes');
	const first = await millrace(['refresh', notes, '--out', out, '--set', 'slow=60000'], (child) => {
		void (async () => {
			while (!existsSync(join(out, 'cache')) && !hasRuns(out)) await setTimeout(20);
			const second = await millrace(['refresh', notes, '--out', out]);
			t.is(second.code, 12);
			t.regex(second.stderr, new RegExp(`expected no other run, found run notes of process ${child.pid} `));
			const status = await millrace(['status', notes, '--out', out]);
			t.regex(status.stdout, new RegExp(`a run is under way since .*: process ${child.pid} on `));
			child.kill('SIGINT');
			child.stderr.once('data', () => child.kill('SIGINT'));
		})();
	});
	t.is(first.code, 130);
	t.regex(first.stderr, /^millrace: SIGINT: stopping after what is under way; once more to end at once\.\n/);
	t.is((await millrace(['refresh', notes, '--out', out])).code, 0, 'the next run completes');
});

test.serial('one signal lets the run end in order, and the next goes on', async (t) => {
	const out = join(temporaryFolder(t), 'notes');
	const {code, stderr} = await millrace(['refresh', notes, '--out', out, '--set', 'slow=250'], (child) => {
		void (async () => {
			while (!hasRuns(out)) await setTimeout(20);
			child.kill('SIGTERM');
		})();
	});
	t.is(code, 143);
	t.regex(stderr, /the run was stopped; the next one goes on from what is done\.\n$/);
	const {stdout} = await millrace(['status', notes, '--out', out]);
	t.regex(stdout, /no run is under way/);
});

test.serial('output that nobody reads any more is no error', async (t) => {
	const out = await publishedNotes(t);
	const {code, stderr} = await millrace(['show', notes, '--out', out, '--json'], (child) => {
		child.stdout.destroy();
	});
	t.deepEqual([code, stderr], [0, '']);
});

test.serial('without its packages it says how to install them', (t) => {
	const folder = temporaryFolder(t);
	cpSync(import.meta.dirname, join(folder, 'apps/millrace/src'), {recursive: true});
	writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
	const {status, stderr} = spawnSync(
		process.execPath,
		[join(folder, 'apps/millrace/src/main.ts'), '--help'],
		{
			encoding: 'utf8',
		},
	);
	t.is(status, 2);
	t.regex(
		stderr,
		/^millrace: a package is not installed \(Cannot find package '[^']+' .*\); run npm ci\.\n$/,
	);
});

function hasRuns(out: string): boolean {
	return (
		existsSync(join(out, 'runs')) &&
		readdirSync(join(out, 'runs'), {recursive: true}).some((name) => String(name).includes('segment-'))
	);
}
