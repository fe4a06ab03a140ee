import {once} from 'node:events';
import {Worker} from 'node:worker_threads';
import test, {type ExecutionContext} from 'ava';
import {executorBench} from '../fixtures/executor-bench.ts';
import {inlineExecutor} from './inline-executor.ts';

/** Sends assignments to a worker, one after the other, and returns its answers. */
async function answersTo(
	t: ExecutionContext,
	...assignments: readonly object[]
): Promise<readonly unknown[]> {
	const worker = new Worker(new URL('thread.ts', import.meta.url));
	t.teardown(async () => worker.terminate());
	const answers: unknown[] = [];
	for (const assignment of assignments) {
		worker.postMessage(assignment);
		const said: unknown[] = await once(worker, 'message');
		answers.push(...said);
	}
	return answers;
}

test('a thread answers an assignment once its ranks are done, and takes the next', async (t) => {
	const {work, done} = await executorBench(t, inlineExecutor());
	t.deepEqual(await answersTo(t, {...work, ranks: [1, 0]}, {...work, ranks: [3]}), [
		{hint: 'ok'},
		{hint: 'ok'},
	]);
	t.deepEqual(await done(), [0, 1, 3]);
});

test('a thread answers with the error of work that fails, and goes on', async (t) => {
	const {work, fail, done} = await executorBench(t, inlineExecutor());
	await fail(1, 'row 7 is bad; mend it.');
	t.deepEqual(await answersTo(t, {...work, ranks: [1]}, {...work, ranks: [2]}), [
		{hint: 'failed', error: 'schema: stage watched: row 7 is bad; mend it.'},
		{hint: 'ok'},
	]);
	t.deepEqual(await done(), [2]);
});
