import test from 'ava';
import {submissions} from './submissions.ts';

const work = {store: 'memory:none', plan: 'plan', planHash: 'hash', phase: 'phase', round: 0};

test('a group is assigned its ranks and what the submission says, without the other groups', async (t) => {
	const seen: unknown[] = [];
	const {submit, poll} = submissions('test', 1, async (assignment) => {
		seen.push(assignment);
		return Promise.resolve({hint: 'ok'});
	});
	await poll(await submit({...work, groups: [[2, 3]]}));
	const {round: _, ...plain} = work;
	t.deepEqual(seen, [{...plain, ranks: [2, 3]}]);
});

test('a worker that cannot be started loses its group, and the others go on', async (t) => {
	const {submit, poll} = submissions('test', 1, async ({ranks: [rank]}) => {
		if (rank === 0) throw new Error('no thread is left');
		return Promise.resolve({hint: 'ok'});
	});
	const handle = await submit({...work, groups: [[0], [1]]});
	const ended = [...(await poll(handle)).ended, ...(await poll(handle)).ended];
	t.deepEqual(ended, [
		{group: 0, hint: 'lost', error: 'temporary: no worker could be started: Error: no thread is left'},
		{group: 1, hint: 'ok'},
	]);
});

test('cancel is told to what runs, waits until it ended, and keeps the rest from beginning', async (t) => {
	const begun: (number | undefined)[] = [];
	const {submit, poll, cancel} = submissions('test', 1, async ({ranks: [rank]}, signal) => {
		begun.push(rank);
		return new Promise((resolve) => {
			signal.addEventListener('abort', () => {
				setImmediate(resolve, {hint: 'lost', error: 'stopped'});
			});
		});
	});
	const handle = await submit({...work, groups: [[0], [1]]});
	await cancel(handle);
	t.deepEqual(await poll(handle), {
		live: 0,
		ended: [
			{group: 0, hint: 'lost', error: 'stopped'},
			{group: 1, hint: 'lost', error: 'temporary: the work was cancelled'},
		],
	});
	t.deepEqual(begun, [0]);
	await cancel(handle);
});

test('a handle of another process is refused', async (t) => {
	const {poll, cancel} = submissions('test', 1, async () => Promise.resolve({hint: 'ok'}));
	const message = 'executor test: expected the handle of a submission of this process, found test-7.';
	await t.throwsAsync(poll({executor: 'test', id: 'test-7'}), {code: 'usage', message});
	await t.throwsAsync(cancel({executor: 'test', id: 'test-7'}), {code: 'usage', message});
});
