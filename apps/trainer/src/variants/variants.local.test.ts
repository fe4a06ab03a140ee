import {existsSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout} from 'node:timers/promises';
import {readEvents} from '@millrace/training';
import {publishedVaried, trainer, trainerTest, varied} from '../../fixtures/harness.ts';

/** What every run of a recipe's folder told. */
const toldIn = (data: string) => {
	const folder = join(data, 'varied/training/varied');
	const ids = existsSync(folder) ? readdirSync(folder).filter((name) => name !== 'ablations') : [];
	return ids.map((id) => readEvents(join(folder, id)));
};

/** Waits until two runs have begun. */
async function secondRun(data: string): Promise<void> {
	while (toldIn(data).filter((events) => events.length > 0).length < 2) await setTimeout(20);
}

const objectsIn = (stdout: string): readonly unknown[] =>
	stdout
		.trim()
		.split('\n')
		.map((line): unknown => JSON.parse(line));

trainerTest('the Python runner judges variants in equal steps; a killed ablation goes on', async (t) => {
	const data = await publishedVaried(t);
	const given = ['--runner', 'local', '--data', data, '--json', '--set', 'evaluate.every=100'];
	const ablate = ['ablate', varied, '--seeds', '2', ...given];
	await trainer(ablate, (child) => {
		void secondRun(data).then(() => child.kill('SIGKILL'));
	});
	const {code, stdout, stderr} = await trainer(ablate);
	t.is(code, 0, stderr);
	t.like(objectsIn(stdout).at(-1), {
		type: 'ablation',
		already: false,
		runner: 'local',
		metric: 'accuracy',
		rows: 20,
		steps: 10,
		trials: {length: 2},
	});
	const told = toldIn(data);
	t.is(told.length, 4);
	for (const events of told) {
		t.is(new Set(events.flatMap((event) => (event.type === 'step' ? [event.step] : []))).size, 10);
		const done = events.filter((event) => event.type === 'end' && event.outcome === 'done');
		t.is(done.length, 1, 'a run that was done is not done again');
	}

	const judge = ['--set', 'variants={"judge":"runner","seeds":2}'];
	const planned = await trainer([
		'plan',
		varied,
		'--data',
		data,
		'--json',
		'--set',
		'evaluate.every=100',
		...judge,
	]);
	t.like(objectsIn(planned.stdout).at(-1), {type: 'plan', variants: {judge: 'runner', metric: 'accuracy'}});
});

trainerTest('a causal model is judged by its held-out loss', async (t) => {
	const data = await publishedVaried(t);
	const settings = {
		objective: '"causal-lm"',
		columns: '{"text":"text"}',
		variants: '{"judge":"runner","seeds":2}',
		batch: '{"sequences":4}',
		steps: '8',
	};
	const set = Object.entries(settings).flatMap(([key, value]) => ['--set', `${key}=${value}`]);
	const {code, stdout, stderr} = await trainer([
		'train',
		varied,
		'--runner',
		'local',
		'--data',
		data,
		'--json',
		...set,
	]);
	t.is(code, 0, stderr);
	const variants = objectsIn(stdout).find((line) => JSON.stringify(line).startsWith('{"type":"variants"'));
	t.like(variants, {judge: 'runner', metric: 'loss'});
});
