import {chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {RunEvent, Runner, RunSpecification} from '@millrace/core';
import {testRunner} from '@millrace/testing';
import test, {type ExecutionContext} from 'ava';
import {temporaryFolder} from '../../fixtures/published.ts';
import {localRunner, type LocalRunnerOptions} from './local-runner.ts';
import {readEvents} from './recorded.ts';

const runnerFile = fileURLToPath(new URL('../../fixtures/runner-process.mjs', import.meta.url));

/** A program that takes the arguments of Python and runs the process of the fixture. */
function stub(t: ExecutionContext, options: Partial<LocalRunnerOptions> = {}): Runner {
	const folder = temporaryFolder(t);
	const python = join(folder, 'python');
	writeFileSync(python, `#!/bin/sh\nexec '${process.execPath}' '${runnerFile}' "$@"\n`);
	chmodSync(python, 0o755);
	return localRunner({python, folder, ...options});
}

function specify(t: ExecutionContext, mode = '', steps = 12): RunSpecification {
	return {id: 'abc', recipe: {mode, steps}, shards: {train: []}, output: join(temporaryFolder(t), 'run')};
}

const run = async (runner: Runner, specification: RunSpecification, signal = new AbortController().signal) =>
	Array.fromAsync(runner.run(specification, signal));

const errorOf = (events: readonly RunEvent[]): string => {
	const end = events.at(-1);
	return end?.type === 'end' && end.outcome === 'failed' ? (end.error ?? '') : JSON.stringify(end);
};

const stepsOf = (events: readonly RunEvent[]) =>
	events.flatMap((event) => (event.type === 'step' ? [event.step] : []));

testRunner(test, 'local (a process)', (t) => {
	// Long enough for a stop to reach it before its end, on a busy machine too.
	const specification = specify(t, '', 150);
	return {
		runner: stub(t),
		specification,
		broken: {...specification, shards: {train: [{url: 'file:///none', sha256: '0'.repeat(64)}]}},
		holds: (path) => existsSync(join(path, 'state.json')),
	};
});

test('a killed process is started again from its checkpoint: one start, each step once, one end', async (t) => {
	const specification = specify(t, 'killed');
	const events = await run(stub(t), specification);
	t.deepEqual(
		stepsOf(events),
		Array.from({length: 12}, (_, index) => index + 1),
	);
	t.is(events.filter(({type}) => type === 'start').length, 1);
	t.deepEqual(events.at(-1), {type: 'end', outcome: 'done'});
	t.deepEqual(
		events.flatMap((event) => (event.type === 'warn' ? [event.message] : [])),
		['The runner was killed by SIGKILL after step 6; it goes on from its checkpoint of step 4.'],
	);
	t.is(readEvents(specification.output).filter(({type}) => type === 'start').length, 2);
});

test('a process that is killed before it goes on fails the run, which says how to go on', async (t) => {
	const error = errorOf(await run(stub(t), specify(t, 'killed-early')));
	t.regex(
		error,
		/expected an end event, found the process killed by SIGKILL after step 2, often by the system when memory runs out; run the same command again\.$/,
	);
});

test('the next run goes on from the checkpoint of a killed one', async (t) => {
	const specification = specify(t, 'always-killed');
	const runner = stub(t, {restarts: 0});
	t.regex(errorOf(await run(runner, specification)), /it goes on from the checkpoint of step 4\.$/);
	const next = await run(runner, specification);
	t.deepEqual(next[0], {type: 'start', steps: 12, device: 'pretended', resumed: 4});
	t.deepEqual(stepsOf(next)[0], 5);
});

test('a process that tells nothing is ended after a while, with what it printed', async (t) => {
	const error = errorOf(await run(stub(t, {startTimeout: 1500}), specify(t, 'silent')));
	t.regex(
		error,
		/expected a first event within 1\.5 s, found none; it was ended\. .*runner\.log has what it printed: loading the base\.$/,
	);
});

test('a process that prints something else is ended, with the line', async (t) => {
	const error = errorOf(await run(stub(t), specify(t, 'chatty')));
	t.regex(error, /expected an event a line, found no JSON: Some library says hello; it was ended\./);
});

test('a process that ends without a word fails the run with its exit code and its last words', async (t) => {
	const specification = specify(t, 'crash');
	const error = errorOf(await run(stub(t), specification));
	t.regex(error, /found exit code 3 after step 0; .*Traceback: no module named torch\.$/);
	t.regex(readFileSync(join(specification.output, 'runner.log'), 'utf8'), /loading the base\n/);
});

test('a process that does not stop when asked is killed after a grace', async (t) => {
	const stop = new AbortController();
	const events: RunEvent[] = [];
	for await (const event of stub(t, {grace: 200}).run(specify(t, 'deaf'), stop.signal)) {
		events.push(event);
		if (event.type === 'step') stop.abort();
	}
	t.regex(
		errorOf(events),
		/expected it to stop within 0\.2 s, found it running at step \d+; it was killed; /,
	);
});

test('without Python it names the one command that sets it up, and leaves nothing', async (t) => {
	const specification = specify(t);
	const runner = localRunner({python: '/none/bin/python', folder: '/none'});
	t.regex(
		errorOf(await run(runner, specification)),
		/found no \/none\/bin\/python; make it with npm run trainer:setup, or train with --runner probe\.$/,
	);
	t.false(existsSync(specification.output));
});

test('an interpreter that does not start is a sentence', async (t) => {
	const folder = temporaryFolder(t);
	const python = join(folder, 'python');
	writeFileSync(python, 'no program');
	t.regex(
		errorOf(await run(localRunner({python, folder}), specify(t))),
		/python to start, found spawn .*EACCES; run npm run trainer:setup\.$/,
	);
});

test('an output that another process works in is waited for, then refused', async (t) => {
	const specification = specify(t);
	mkdirSync(specification.output);
	writeFileSync(join(specification.output, 'lock'), `${process.pid} 1\n`);
	const error = errorOf(await run(stub(t, {grace: 300}), specification));
	t.regex(
		error,
		new RegExp(`expected nobody to work in .*, found process ${process.pid}; wait for it, or stop it\\.$`),
	);
	writeFileSync(join(specification.output, 'lock'), '4194303 1\n');
	t.deepEqual((await run(stub(t), specification)).at(-1), {type: 'end', outcome: 'done'});
});
