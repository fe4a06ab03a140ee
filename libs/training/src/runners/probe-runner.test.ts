import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {utf8, type RunEvent, type RunSpecification} from '@millrace/core';
import {parseClassifier} from '@millrace/probes';
import {testRunner} from '@millrace/testing';
import test, {type ExecutionContext} from 'ava';
import {augmentedColumns, varied} from '../../fixtures/augmented.ts';
import {labelled, publish, sentences, temporaryFolder} from '../../fixtures/published.ts';
import {recipeOf} from '../recipe/recipe.ts';
import {prepareProbe} from '../run/prepare-probe.ts';
import {readCheckpoint} from './probe-checkpoint.ts';
import {probeRunner} from './probe-runner.ts';
import {readEvents} from './recorded.ts';

const base = {kind: 'tiny-base', layers: 1, hidden: 8, heads: 1, vocabulary: 300};

function classification(t: ExecutionContext): RunSpecification {
	const folder = temporaryFolder(t);
	const published = publish(
		folder,
		{train: labelled(240), validation: labelled(60, 240)},
		{text: utf8, label: utf8},
	);
	return prepareProbe({recipe: recipeOf({objective: 'classification', base}, 'test'), published, folder})
		.specification;
}

function language(t: ExecutionContext): RunSpecification {
	const folder = temporaryFolder(t);
	const rows = (count: number, from: number) => sentences(count, from).map((text) => ({text}));
	const published = publish(folder, {train: rows(200, 0), validation: rows(40, 200)});
	return prepareProbe({recipe: recipeOf({objective: 'causal-lm', base}, 'test'), published, folder})
		.specification;
}

for (const [name, open] of Object.entries({classification, language})) {
	testRunner(test, `probe (${name})`, (t) => {
		const specification = open(t);
		const {train = [], ...others} = specification.shards;
		const wrong = train.map((shard) => ({...shard, sha256: '0'.repeat(64)}));
		return {
			runner: probeRunner(),
			specification,
			broken: {...specification, shards: {...others, train: wrong}},
			holds: (path) => readCheckpoint(path, specification.id) !== undefined,
		};
	});
}

const run = async (
	specification: RunSpecification,
	signal = new AbortController().signal,
): Promise<readonly RunEvent[]> => Array.fromAsync(probeRunner().run(specification, signal));

const stepsOf = (events: readonly RunEvent[]) =>
	events.flatMap((event) => (event.type === 'step' ? [[event.step, event.loss] as const] : []));

test('the last evaluation has accuracy, its interval and the share of the majority class', async (t) => {
	const events = await run(classification(t));
	const last = events.findLast((event) => event.type === 'eval');
	const {accuracy = 0, accuracyLow = 1, accuracyHigh = 0, majority = 1, rows} = last?.metrics ?? {};
	t.true(accuracy > 0.9 && accuracyLow < accuracy && accuracy <= accuracyHigh, JSON.stringify(last));
	t.is(majority, 20 / 60);
	t.is(rows, 60);
});

test('a stopped run goes on from its checkpoint to the same losses and the same model', async (t) => {
	const [whole, cut] = [classification(t), classification(t)];
	const all = await run(whole);
	const first: RunEvent[] = [];
	const stop = new AbortController();
	for await (const event of probeRunner().run(cut, stop.signal)) {
		first.push(event);
		if (event.type === 'step' && event.step === 3) stop.abort();
	}
	const rest = await run(cut);
	t.deepEqual(rest[0], {type: 'start', steps: 8, device: 'this process', resumed: 3});
	t.deepEqual([...stepsOf(first), ...stepsOf(rest)], stepsOf(all));
	const [a, b] = [whole, cut].map(({output}) => readFileSync(join(output, 'final/classifier.json'), 'utf8'));
	t.is(a, b);
	t.deepEqual(parseClassifier(a ?? '').labels, ['Added', 'Fixed', 'Removed']);
});

test('a damaged checkpoint is passed over, and a torn last event too', async (t) => {
	const specification = classification(t);
	const stop = new AbortController();
	for await (const event of probeRunner().run(specification, stop.signal))
		if (event.type === 'checkpoint') {
			writeFileSync(join(event.path, 'classifier.json'), '{}');
			stop.abort();
		}
	writeFileSync(join(specification.output, 'events.jsonl'), '{"type":"warn","mess', {flag: 'a'});
	const again = await run(specification);
	t.is(again[0]?.type === 'start' && again[0].resumed, 0);
	t.deepEqual(readEvents(specification.output).slice(-again.length), again);
});

test('shards without a row to learn from, or to judge on, are said', async (t) => {
	const folder = temporaryFolder(t);
	const columns = {text: utf8, label: utf8};
	const published = publish(folder, {train: labelled(2), validation: [{text: '', label: 'Added'}]}, columns);
	const {specification} = prepareProbe({
		recipe: recipeOf({objective: 'classification', base}, 'test'),
		published,
		folder,
	});
	const end = (await run(specification)).at(-1);
	t.regex(
		end?.type === 'end' ? (end.error ?? '') : '',
		/expected two training rows and a held-out one with text and label, found 2 and 0/,
	);
});

test('a probe without variants is that of a version that never had any; none is ever judged on', async (t) => {
	const folders = {varied: temporaryFolder(t), plain: temporaryFolder(t)};
	const augmented = publish(
		folders.varied,
		{train: varied(labelled(60), 2), validation: varied(labelled(20, 240), 3)},
		augmentedColumns,
	);
	const plain = publish(
		folders.plain,
		{train: labelled(60), validation: labelled(20, 240)},
		{text: utf8, label: utf8},
	);
	const specify = (published: typeof plain, folder: string, given: object = {}): RunSpecification =>
		prepareProbe({recipe: recipeOf({objective: 'classification', base, ...given}, 'test'), published, folder})
			.specification;
	const [kept, dropped, never] = [
		specify(augmented, folders.varied),
		specify(augmented, folders.varied, {variants: 'drop'}),
		specify(plain, folders.plain),
	];
	t.not(kept.id, dropped.id);
	const ends = [];
	for (const specification of [kept, dropped, never]) {
		const last = (await run(specification)).findLast((event) => event.type === 'eval');
		t.is(last?.metrics['rows'], 20);
		ends.push(readFileSync(join(specification.output, 'final/classifier.json'), 'utf8'));
	}
	t.is(ends[1], ends[2]);
	t.not(ends[0], ends[1]);
});
