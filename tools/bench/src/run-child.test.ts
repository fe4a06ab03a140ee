import test from 'ava';
import {runChild} from './run-child.ts';

const cwd = import.meta.dirname;
const node = (code: string): string[] => [process.execPath, '--input-type=module', '--eval', code];

test('the peak of a child is its own, worker threads included', async (t) => {
	const fill = 'globalThis.kept = Buffer.alloc(150e6, 1);';
	const worker = `import {Worker} from 'node:worker_threads'; new Worker(${JSON.stringify(fill)}, {eval: true});`;
	const idle = await runChild(node(''), {cwd, peak: true});
	const filled = await runChild(node(fill), {cwd, peak: true});
	const inWorker = await runChild(node(worker), {cwd, peak: true});
	const idleBytes = idle.peakBytes ?? Infinity;
	t.true(idleBytes > 10e6 && idleBytes < 150e6, `${idleBytes}`);
	for (const {peakBytes = 0} of [filled, inWorker])
		t.true(peakBytes >= 150e6 && peakBytes < 150e6 + 2 * idleBytes, `${peakBytes}`);
});

test('the heap of a child can be capped', async (t) => {
	const limit =
		"import v8 from 'node:v8'; process.stdout.write(String(v8.getHeapStatistics().heap_size_limit / 2 ** 20));";
	const {stdout, seconds} = await runChild(node(limit), {cwd, heapMiB: 100});
	t.true(seconds > 0);
	t.true(Number(stdout) >= 100 && Number(stdout) < 400, stdout);
});

test('a child that fails says what it said', async (t) => {
	await t.throwsAsync(runChild(node("console.error('the disk is full'); process.exit(3)"), {cwd}), {
		code: 'stopped',
		message: /found 3: the disk is full/,
	});
	await t.throwsAsync(runChild(['no-such-program-here'], {cwd}), {
		code: 'missing',
		message: /no-such-program-here/,
	});
});
