import {MillraceError, type Executor} from '@millrace/core';
import {refresh, type Manifest} from '@millrace/engine';
import test, {type ExecutionContext} from 'ava';
import {executorBench} from '../fixtures/executor-bench.ts';
import {watchedFolder, watchedModule, type WatchedFolder} from '../fixtures/watched-folder.ts';
import {watched} from '../fixtures/watched.ts';
import {inlineExecutor} from './inline-executor.ts';
import {threadExecutor} from './thread-executor.ts';

/** Refreshes the watched pipeline of a folder, and closes the executor. */
async function refreshed({folder, store}: WatchedFolder, executor: Executor): Promise<Manifest> {
	const given = {folder};
	try {
		const {manifest} = await refresh(watched.build(given), {store, executor, module: watchedModule, given});
		return manifest;
	} finally {
		await executor.close();
	}
}

const shardsOf = ({files}: Manifest) =>
	files.flatMap(({path, sha256, rows}) => (rows === undefined ? [] : [{path, sha256, rows}]));

/** The shards that a run in this thread gives. */
const expected = async (t: ExecutionContext) => shardsOf(await refreshed(watchedFolder(t), inlineExecutor()));

/** The row that the first rank of a run begins with. */
const firstRow = 0;

for (const workers of [1, 2, 5]) {
	test(`${workers} workers publish what one thread does`, async (t) => {
		const place = watchedFolder(t);
		const manifest = await refreshed(place, threadExecutor({workers}));
		t.deepEqual(shardsOf(manifest), await expected(t));
		t.is(manifest.rows['train'], place.rows);
	});
}

test('a worker that exits is replaced, and the run asks again for what it had', async (t) => {
	const place = watchedFolder(t);
	for (const row of [firstRow, 80, 120]) await place.ask(`exit-once-${row}`);
	t.deepEqual(shardsOf(await refreshed(place, threadExecutor({workers: 2}))), await expected(t));
	const begun = (await place.notes()).filter(({row, event}) => row === firstRow && event === 'start');
	t.is(begun.length, 2);
});

test('a worker that always exits fails the run, which says so; the next run goes on', async (t) => {
	const place = watchedFolder(t);
	await place.ask('exit-always-80');
	await t.throwsAsync(refreshed(place, threadExecutor({workers: 2})), {
		instanceOf: MillraceError,
		code: 'temporary',
		message: 'a worker ended with code 4',
	});
	await place.withdraw('exit-always-80');
	const before = (await place.notes()).length;
	t.deepEqual(shardsOf(await refreshed(place, threadExecutor({workers: 2}))), await expected(t));
	t.true((await place.notes()).length - before < place.rows);
});

test('a worker that exceeds its heap is told apart, and another does the rest', async (t) => {
	const bench = await executorBench(t, threadExecutor({workers: 1, heapMb: 96}));
	t.teardown(async () => bench.executor.close());
	await bench.ask(1, 'hoard');
	const handle = await bench.executor.submit({...bench.work, groups: [[0], [1], [2]], round: 0});
	const ended = [];
	for (let live = 1; live > 0;) {
		const poll = await bench.executor.poll(handle);
		ended.push(...poll.ended);
		live = poll.live;
	}
	t.deepEqual(ended, [
		{group: 0, hint: 'ok'},
		{
			group: 1,
			hint: 'out-of-memory',
			error: 'space: a worker needed more than 96 MiB of heap; raise heapMb or make batches smaller',
		},
		{group: 2, hint: 'ok'},
	]);
	t.deepEqual(await bench.done(), [0, 2]);
});

test('a run whose work exceeds the heap fails and says what to do', async (t) => {
	const place = watchedFolder(t);
	await place.ask(`hoard-${firstRow}`);
	await t.throwsAsync(refreshed(place, threadExecutor({workers: 2, heapMb: 96})), {
		code: 'space',
		message: /^a worker needed more than 96 MiB of heap; raise heapMb/,
	});
});

test('what a stage left behind ends its worker when it fails, not the work that was answered nor the process', async (t) => {
	const bench = await executorBench(t, threadExecutor({workers: 1}));
	t.teardown(async () => bench.executor.close());
	await bench.ask(0, 'leave');
	const run = async (rank: number) => {
		const handle = await bench.executor.submit({...bench.work, groups: [[rank]], round: 0});
		return bench.executor.poll(handle);
	};
	t.deepEqual((await run(0)).ended, [{group: 0, hint: 'ok'}]);
	const warned = new Promise<void>((resolve) => {
		process.on('warning', ({message}) => {
			if (message === 'left behind') resolve();
		});
	});
	await bench.askAll('throw');
	await warned;
	const {ended} = await run(1);
	// The worker may be on its way out when the work comes: then it is lost, and asked for again.
	t.true(ended[0]?.hint === 'ok' || (await run(1)).ended[0]?.hint === 'ok');
	t.deepEqual(await bench.done(), [0, 1]);
});

test('a closed executor starts no worker', async (t) => {
	const bench = await executorBench(t, threadExecutor({workers: 1}));
	await bench.executor.close();
	const handle = await bench.executor.submit({...bench.work, groups: [[0]], round: 0});
	t.deepEqual(await bench.executor.poll(handle), {
		live: 0,
		ended: [{group: 0, hint: 'lost', error: 'temporary: the executor was closed'}],
	});
	t.deepEqual(await bench.journal(), []);
});

test('a number of workers that is none is refused', (t) => {
	for (const workers of [0, -1, 1.5, Number.NaN, 257]) {
		t.throws(() => threadExecutor({workers}), {
			code: 'usage',
			message: `threadExecutor: expected 1 to 256 workers, found ${workers}.`,
		});
	}
	t.true(threadExecutor().slots <= 8);
});
