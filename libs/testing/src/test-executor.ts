import {setTimeout} from 'node:timers/promises';
import type {Awaitable, Ended, Executor, Handle, Submission} from '@millrace/core';
import type {ExecutionContext, TestFn} from 'ava';

/** An executor, with real work whose progress can be seen and held up from outside. */
export interface ExecutorBench {
	readonly executor: Executor;
	/** A phase of a run of which no rank is done, as it is submitted but for the groups. */
	readonly work: Omit<Submission, 'groups' | 'round'>;
	/** Ranks of the phase: at least six, and two more than the executor has slots. */
	readonly ranks: number;
	/** The ranks that have a completion record, ascending. */
	readonly done: () => Promise<readonly number[]>;
	/** What ranks noted as they began and ended, in the order in which they did. */
	readonly journal: () => Promise<readonly Note[]>;
	/** Has every rank wait, once it has begun, for `release`. */
	readonly hold: () => Promise<void>;
	readonly release: () => Promise<void>;
	/** Has a rank throw a MillraceError with this message. */
	readonly fail: (rank: number, message: string) => Promise<void>;
}

export interface Note {
	readonly rank: number;
	/** The worker that runs the rank. */
	readonly worker: string;
	readonly event: 'start' | 'end';
}

/**
 * The contract of an executor: each group is run by one worker, rank after rank, no more groups at once than it has
 * slots; a poll waits for a group to end and tells of each once, with the error where one failed; a handle is plain
 * data; cancelled work ends. `open` is called for each test; the suite closes what it gives.
 */
export function testExecutor(
	test: TestFn,
	name: string,
	open: (t: ExecutionContext) => Awaitable<ExecutorBench>,
): void {
	const opened = async (t: ExecutionContext) => {
		const bench = await open(t);
		t.teardown(async () => {
			await bench.release();
			await bench.executor.close();
		});
		const submit = async (groups: Submission['groups'], changes: Partial<Submission> = {}) =>
			bench.executor.submit({...bench.work, groups, round: 0, ...changes});
		return {...bench, submit, singles: Array.from({length: bench.ranks}, (_, rank) => [rank])};
	};

	test(`${name}: runs each rank of each group, and tells once how each group ended`, async (t) => {
		const {executor, submit, ranks, singles, done} = await opened(t);
		const groups = [[0, 1], [], ...singles.slice(2)];
		const ended = await drain(t, executor, await submit(groups));
		t.deepEqual(
			ended,
			groups.map((_, group) => ({group, hint: 'ok'})),
		);
		t.deepEqual(
			await done(),
			Array.from({length: ranks}, (_, rank) => rank),
		);
	});

	test(`${name}: says what it is, and gives handles that are plain data and its own`, async (t) => {
		const {executor, submit} = await opened(t);
		t.regex(executor.name, /^[a-z][a-z0-9-]*$/);
		t.true(Number.isInteger(executor.slots) && executor.slots >= 1);
		const [one, other] = [await submit([[0], [1]]), await submit([[2]])];
		t.is(one.executor, executor.name);
		t.not(one.id, other.id);
		// Another driver attaches to what this one started.
		t.deepEqual(JSON.parse(JSON.stringify([one, other])), [one, other]);
		const copies = [{...one}, {...other}];
		for (const [index, handle] of copies.entries()) {
			t.deepEqual(
				(await drain(t, executor, handle)).map(({group}) => group),
				index === 0 ? [0, 1] : [0],
			);
		}
	});

	test(`${name}: has nothing to wait for where nothing is live`, async (t) => {
		const {executor, submit} = await opened(t);
		t.deepEqual(await executor.poll(await submit([])), {live: 0, ended: []});
		const handle = await submit([[0]]);
		await drain(t, executor, handle);
		t.deepEqual(await executor.poll(handle), {live: 0, ended: []});
	});

	test(`${name}: runs the ranks of a group in order, in one worker`, async (t) => {
		const {executor, submit, journal} = await opened(t);
		const groups = [[3, 1], [0], [5, 2, 4]];
		await drain(t, executor, await submit(groups));
		const notes = await journal();
		for (const group of groups) {
			const own = notes.filter(({rank}) => group.includes(rank));
			t.deepEqual(
				own.map(({rank, event}) => [rank, event]),
				group.flatMap((rank) => [
					[rank, 'start'],
					[rank, 'end'],
				]),
			);
			t.is(new Set(own.map(({worker}) => worker)).size, 1);
		}
	});

	test(`${name}: fills its slots, and runs no more groups at once`, async (t) => {
		const {executor, submit, journal, singles, hold, release} = await opened(t);
		await hold();
		const handle = await submit(singles);
		await until(async () => (await journal()).length >= executor.slots);
		for (let look = 0; look < 20; look++) t.is((await journal()).length, executor.slots);
		await release();
		await drain(t, executor, handle);
		let running = 0;
		for (const {event} of await journal()) {
			running += event === 'start' ? 1 : -1;
			t.true(running <= executor.slots, `${running} groups at once`);
		}
	});

	test(`${name}: a poll waits until a group ends`, async (t) => {
		const {executor, submit, journal, hold, release} = await opened(t);
		await hold();
		const handle = await submit([[0]]);
		await until(async () => (await journal()).length > 0);
		let answered = false;
		const polls = [executor.poll(handle), executor.poll(handle)].map(async (poll) => {
			const answer = await poll;
			answered = true;
			return answer;
		});
		for (let look = 0; look < 20; look++) await journal();
		t.false(answered);
		await release();
		const answers = await Promise.all(polls);
		t.deepEqual(
			answers.flatMap(({ended}) => ended),
			[{group: 0, hint: 'ok'}],
		);
	});

	test(`${name}: a rank that fails ends its group with its error, and no other`, async (t) => {
		const {executor, submit, done, fail} = await opened(t);
		await fail(1, 'row 7 is bad; mend it.');
		const [first, second] = await drain(t, executor, await submit([[0, 1, 2], [3]]));
		t.is(first?.hint, 'failed');
		t.regex(first?.error ?? '', /^\w+: .*row 7 is bad; mend it\./);
		t.deepEqual(second, {group: 1, hint: 'ok'});
		t.deepEqual(await done(), [0, 3]);
	});

	test(`${name}: work that cannot begin fails with its error`, async (t) => {
		const {executor, submit, ranks, done} = await opened(t);
		for (const handle of [
			await submit([[ranks]]),
			await submit([[0]], {plan: 'runs/none/plan.json', planHash: '0'.repeat(40)}),
		]) {
			const [ended, ...more] = await drain(t, executor, handle);
			t.deepEqual([ended?.hint, more], ['failed', []]);
			t.regex(ended?.error ?? '', /^\w+: ./);
		}
		t.deepEqual(await done(), []);
	});

	test(`${name}: work that is done already is not done again`, async (t) => {
		const {executor, submit, journal} = await opened(t);
		await drain(t, executor, await submit([[0], [1]]));
		const before = await journal();
		t.deepEqual(await drain(t, executor, await submit([[0, 1], [2]], {round: 1})), [
			{group: 0, hint: 'ok'},
			{group: 1, hint: 'ok'},
		]);
		t.deepEqual(
			(await journal()).slice(before.length).map(({rank}) => rank),
			[2, 2],
		);
	});

	test(`${name}: cancelled groups end, those that wait do not begin, and later work runs`, async (t) => {
		const {executor, submit, journal, singles, done, hold, release} = await opened(t);
		await hold();
		const handle = await submit(singles);
		await until(async () => (await journal()).length >= executor.slots);
		const cancelled = executor.cancel(handle);
		await release();
		await cancelled;
		const ended = await drain(t, executor, handle);
		t.deepEqual(
			ended.map(({group}) => group),
			singles.map((_, group) => group),
		);
		const begun = new Set((await journal()).map(({rank}) => rank));
		t.is(begun.size, executor.slots);
		for (const {group, hint} of ended) if (hint === 'ok') t.true(begun.has(group));
		const kept = await done();
		t.true(kept.every((rank) => begun.has(rank)));
		t.true((await drain(t, executor, await submit(singles))).every(({hint}) => hint === 'ok'));
		t.is((await done()).length, singles.length);
	});

	test(`${name}: a cancelled submission leaves another as it is`, async (t) => {
		const {executor, submit, done, hold, release} = await opened(t);
		await hold();
		const [first, second] = [await submit([[0]]), await submit([[1], [2]])];
		const cancelled = executor.cancel(first);
		await release();
		await cancelled;
		t.is((await drain(t, executor, first)).length, 1);
		t.deepEqual(
			(await drain(t, executor, second)).map(({hint}) => hint),
			['ok', 'ok'],
		);
		t.true((await done()).includes(2));
	});

	test(`${name}: polls come to an end after close, which may be called twice`, async (t) => {
		const {executor, submit, journal, singles, hold, release} = await opened(t);
		await hold();
		const handle = await submit(singles);
		await until(async () => (await journal()).length >= executor.slots);
		const closed = executor.close();
		await release();
		await closed;
		await executor.close();
		t.deepEqual(
			(await drain(t, executor, handle)).map(({group}) => group),
			singles.map((_, group) => group),
		);
	});
}

/** How the groups of a submission ended, by group. */
async function drain(t: ExecutionContext, executor: Executor, handle: Handle): Promise<readonly Ended[]> {
	const all: Ended[] = [];
	for (let left = Infinity; left > 0;) {
		const {live, ended} = await executor.poll(handle);
		t.true(live === 0 || (ended.length > 0 && live < left), 'a poll answered though no group had ended');
		all.push(...ended);
		left = live;
	}
	t.is(new Set(all.map(({group}) => group)).size, all.length, 'a group ended twice');
	return all.sort((a, b) => a.group - b.group);
}

async function until(holds: () => Promise<boolean>): Promise<void> {
	while (!(await holds())) await setTimeout(2);
}
