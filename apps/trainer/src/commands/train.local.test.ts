import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout} from 'node:timers/promises';
import {readEvents} from '@millrace/training';
import type {ExecutionContext} from 'ava';
import {changes, publishedChanges, trainer, trainerTest} from '../../fixtures/harness.ts';

const train = ['train', changes, '--runner', 'local', '--json', '--data'];

/** The output folder of the only run. */
function outputIn(data: string): string | undefined {
	const folder = join(data, 'changes/training/changes');
	try {
		const [id] = readdirSync(folder);
		return id === undefined ? undefined : join(folder, id);
	} catch {
		return undefined;
	}
}

/** The losses by step that all sessions of a run told, the last of each step. */
const lossesIn = (data: string): ReadonlyMap<number, number> =>
	new Map(
		readEvents(outputIn(data) ?? '').flatMap((event) =>
			event.type === 'step' ? [[event.step, event.loss] as const] : [],
		),
	);

const startsIn = (data: string): readonly number[] =>
	readEvents(outputIn(data) ?? '').flatMap((event) => (event.type === 'start' ? [event.resumed ?? 0] : []));

/** Waits until a run has passed a step. */
async function passed(data: string, step: number): Promise<string> {
	for (;;) {
		const output = outputIn(data);
		if (output !== undefined && [...lossesIn(data).keys()].some((own) => own >= step)) return output;
		await setTimeout(20);
	}
}

const runnerIn = (output: string): number => Number.parseInt(readFileSync(join(output, 'lock'), 'utf8'));

const resultOf = (stdout: string): unknown => JSON.parse(stdout.trim().split('\n').at(-1) ?? '');

let undisturbed: ReadonlyMap<number, number> | undefined;

/** The losses of a run that nothing disturbs. */
async function expectedLosses(t: ExecutionContext): Promise<ReadonlyMap<number, number>> {
	if (undisturbed) return undisturbed;
	const data = await publishedChanges(t);
	const {code, stdout, stderr} = await trainer([...train, data]);
	t.is(code, 0, stderr);
	t.like(resultOf(stdout), {
		type: 'result',
		runner: 'local',
		outcome: 'done',
		objective: 'classification',
		rows: 60,
	});
	return (undisturbed = lossesIn(data));
}

trainerTest('a classifier learns on this machine', async (t) => {
	const losses = await expectedLosses(t);
	t.is(losses.size, 40);
	t.true((losses.get(40) ?? 9) < (losses.get(1) ?? 0) / 2, JSON.stringify([...losses]));
});

trainerTest('a killed runner is started again and goes on to the same losses', async (t) => {
	const data = await publishedChanges(t);
	const {code} = await trainer([...train, data], () => {
		void passed(data, 15).then((output) => process.kill(runnerIn(output), 'SIGKILL'));
	});
	t.is(code, 0);
	t.deepEqual(lossesIn(data), await expectedLosses(t));
	t.is(startsIn(data).length, 2);
});

trainerTest('a killed trainer leaves a run that the next one goes on with, to the same losses', async (t) => {
	const data = await publishedChanges(t);
	await trainer([...train, data], (child) => {
		void passed(data, 15).then(() => child.kill('SIGKILL'));
	});
	const {code, stderr} = await trainer([...train, data]);
	t.is(code, 0, stderr);
	t.deepEqual(lossesIn(data), await expectedLosses(t));
	t.true((startsIn(data).at(-1) ?? 0) >= 10);
});

trainerTest('a trainer that is asked to stop ends after a checkpoint, and the next goes on', async (t) => {
	const data = await publishedChanges(t);
	const {code} = await trainer([...train, data], (child) => {
		void passed(data, 5).then(() => child.kill('SIGTERM'));
	});
	t.is(code, 143);
	t.is((await trainer([...train, data])).code, 0);
	t.deepEqual(lossesIn(data), await expectedLosses(t));
});

trainerTest('a loss that is not finite fails the run, with the step and the last finite loss', async (t) => {
	const data = await publishedChanges(t);
	const {code, stderr} = await trainer([
		...train,
		data,
		'--set',
		'optimizer.learningRate=1e25',
		'--set',
		'schedule.warmup=0',
	]);
	t.is(code, 11, stderr);
	t.regex(stderr, /Step \d+ gave a loss of .*(?:nan|inf).* last finite .* at step \d/);
});

trainerTest('a causal model learns full and with LoRA; its held-out loss falls', async (t) => {
	const data = await publishedChanges(t);
	for (const method of ['{"name":"full"}', '{"name":"lora","rank":8}']) {
		const settings = {
			objective: '"causal-lm"',
			columns: '{"text":"text"}',
			method,
			batch: '{"sequences":4}',
			steps: '30',
			overLength: 'split',
		};
		const set = Object.entries(settings).flatMap(([key, value]) => ['--set', `${key}=${value}`]);
		const {code, stdout, stderr} = await trainer([...train, data, ...set]);
		t.is(code, 0, stderr);
		const {lossBefore = 0, loss = 9} = numbersOf(resultOf(stdout));
		t.true(loss < lossBefore, stdout);
	}
});

function numbersOf(value: unknown): Readonly<Record<string, number>> {
	const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
	return Object.fromEntries(
		entries.filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
	);
}
