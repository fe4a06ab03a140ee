import {once} from 'node:events';
import {fileURLToPath} from 'node:url';
import {Worker} from 'node:worker_threads';
import test, {type ExecutionContext} from 'ava';
import {tableFromIPC} from 'apache-arrow';
import type {ParquetAnswer, ParquetRequest} from './parquet-worker.ts';

const isAnswer = (answer: unknown): answer is ParquetAnswer =>
	typeof answer === 'object' && answer !== null && ('ipc' in answer || 'error' in answer);

function worker(t: ExecutionContext, path: string) {
	const thread = new Worker(new URL('parquet-worker.ts', import.meta.url), {workerData: path});
	t.teardown(() => thread.terminate());
	return async (request: ParquetRequest): Promise<ParquetAnswer> => {
		thread.postMessage(request);
		const answers: unknown[] = await once(thread, 'message');
		const answer = answers[0];
		return isAnswer(answer) ? answer : {error: 'no answer'};
	};
}

test('a thread answers with the schema, then with batches until there is none', async (t) => {
	const path = fileURLToPath(new URL('fixtures/parquet-pyarrow-zstd.parquet', import.meta.url));
	const ask = worker(t, path);
	const names = async (
		request: ParquetRequest,
	): Promise<readonly [readonly string[], number] | undefined> => {
		const answer = await ask(request);
		if ('error' in answer) throw new Error(answer.error);
		if (!answer.ipc) return undefined;
		const {schema, numRows} = tableFromIPC(answer.ipc);
		return [schema.fields.map(({name}) => name), numRows];
	};
	const [all = []] = (await names({ask: 'schema'})) ?? [];
	t.true(all.includes('text') && all.includes('unasked'));
	t.deepEqual(await names({ask: 'rows', groups: 2, columns: ['i64']}), [['i64'], 25]);
	t.deepEqual(await names({ask: 'next'}), [['i64'], 25]);
	t.is(await names({ask: 'next'}), undefined);
});

test('a file that cannot be read is told to whoever asks', async (t) => {
	const ask = worker(t, fileURLToPath(import.meta.url));
	const answer = await ask({ask: 'schema'});
	t.true('error' in answer && answer.error.length > 0);
});
