import type {Awaitable, RunEvent, Runner, RunSpecification} from '@millrace/core';
import type {ExecutionContext, TestFn} from 'ava';

/** A runner, with a run that is small and can be learned. */
export interface RunnerBench {
	readonly runner: Runner;
	/** At least eight steps, over which the loss falls. */
	readonly specification: RunSpecification;
	/** A specification that fails, such as one whose shard is not what its checksum says. */
	readonly broken: RunSpecification;
	/** Whether a checkpoint is there, whole. */
	readonly holds: (path: string) => Awaitable<boolean>;
}

/**
 * The contract of a runner: events are plain data, from one `start` to one `end`; steps ascend and losses fall; a
 * checkpoint is there when it is told of, and one of the last step is left; an abort stops the run after a
 * checkpoint; a run that fails says why in its `end` and throws nothing. `open` is called for each test.
 */
export function testRunner(
	test: TestFn,
	name: string,
	open: (t: ExecutionContext) => Awaitable<RunnerBench>,
): void {
	test(`${name}: tells of a run from its start to its end, in plain data`, async (t) => {
		const {runner, specification} = await open(t);
		t.regex(runner.name, /^[a-z][a-z0-9-]*$/);
		const events = await eventsOf(runner, specification);
		const [start] = events;
		t.is(start?.type, 'start');
		t.deepEqual(events.at(-1), {type: 'end', outcome: 'done'});
		t.is(events.filter(({type}) => type === 'start' || type === 'end').length, 2);
		t.deepEqual(JSON.parse(JSON.stringify(events)), events);
		t.true(
			start?.type === 'start' && Number.isInteger(start.steps) && start.steps >= 8 && start.device !== '',
		);
	});

	test(`${name}: steps ascend to the last, and the loss falls`, async (t) => {
		const {runner, specification} = await open(t);
		const events = await eventsOf(runner, specification);
		const total = stepsOf(events);
		const steps = events.filter((event) => event.type === 'step');
		for (const [index, {step, loss, tokens, seconds}] of steps.entries()) {
			t.true(
				Number.isInteger(step) && step > (steps[index - 1]?.step ?? 0) && step <= total,
				`step ${step} of ${total}`,
			);
			t.true(
				Number.isFinite(loss) && tokens >= 0 && seconds >= 0,
				`step ${step}: ${JSON.stringify(steps[index])}`,
			);
		}
		t.is(steps.at(-1)?.step, total);
		const quarter = Math.ceil(steps.length / 4);
		const [first, last] = [mean(steps.slice(0, quarter)), mean(steps.slice(-quarter))];
		t.true(last < first, `the loss went from ${first} to ${last}`);
		for (const event of events)
			if (event.type === 'eval') t.true(Object.values(event.metrics).every(Number.isFinite));
	});

	test(`${name}: a checkpoint is there when it is told of, and the last step leaves one`, async (t) => {
		const {runner, specification, holds} = await open(t);
		const events: RunEvent[] = [];
		for await (const event of runner.run(specification, new AbortController().signal)) {
			events.push(event);
			if (event.type === 'checkpoint') t.true(await holds(event.path), event.path);
		}
		const checkpoints = checkpointsOf(events);
		t.deepEqual(
			checkpoints,
			checkpoints.toSorted((a, b) => a - b),
		);
		t.is(checkpoints.at(-1), stepsOf(events));
	});

	test(`${name}: an abort stops the run after a checkpoint`, async (t) => {
		const {runner, specification, holds} = await open(t);
		const stop = new AbortController();
		const events: RunEvent[] = [];
		let left = '';
		for await (const event of runner.run(specification, stop.signal)) {
			events.push(event);
			if (event.type === 'step') stop.abort();
			if (event.type === 'checkpoint') left = event.path;
		}
		t.deepEqual(events.at(-1), {type: 'end', outcome: 'stopped'});
		const last = events.findLast((event) => event.type === 'step');
		t.true(last !== undefined && last.step < stepsOf(events), 'the run went on to its last step');
		t.true(
			(checkpointsOf(events).at(-1) ?? -1) >= (last?.step ?? 0),
			'no checkpoint was left of the last step',
		);
		t.true(await holds(left), left);
	});

	test(`${name}: a run that is aborted before it begins takes no step`, async (t) => {
		const {runner, specification} = await open(t);
		const events = await eventsOf(runner, specification, AbortSignal.abort());
		t.deepEqual(events.at(-1), {type: 'end', outcome: 'stopped'});
		t.deepEqual(
			events.filter(({type}) => type === 'step'),
			[],
		);
	});

	test(`${name}: a run that fails says why at its end, and throws nothing`, async (t) => {
		const {runner, broken} = await open(t);
		const end = (await eventsOf(runner, broken)).at(-1);
		t.true(
			end?.type === 'end' && end.outcome === 'failed' && /\w+ \w+/.test(end.error ?? ''),
			JSON.stringify(end),
		);
	});

	test(`${name}: whoever stops listening ends the run, and can begin another`, async (t) => {
		const {runner, specification} = await open(t);
		for await (const {type} of runner.run(specification, new AbortController().signal))
			if (type === 'step') break;
		t.deepEqual((await eventsOf(runner, specification)).at(-1), {type: 'end', outcome: 'done'});
	});

	test(`${name}: leaves the specification as it was`, async (t) => {
		const {runner, specification} = await open(t);
		const before = structuredClone(specification);
		await eventsOf(runner, specification);
		t.deepEqual(specification, before);
	});
}

const eventsOf = async (
	runner: Runner,
	specification: RunSpecification,
	signal = new AbortController().signal,
): Promise<readonly RunEvent[]> => Array.fromAsync(runner.run(specification, signal));

/** The steps that the run said it would take. */
const stepsOf = (events: readonly RunEvent[]): number =>
	events.find((event) => event.type === 'start')?.steps ?? 0;

const checkpointsOf = (events: readonly RunEvent[]): readonly number[] =>
	events.flatMap((event) => (event.type === 'checkpoint' ? [event.step] : []));

const mean = (steps: readonly {readonly loss: number}[]): number =>
	steps.reduce((sum, {loss}) => sum + loss, 0) / steps.length;
