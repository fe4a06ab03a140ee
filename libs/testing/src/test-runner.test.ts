import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {
	MillraceError,
	random,
	sha256,
	type Json,
	type RunEvent,
	type Runner,
	type RunSpecification,
} from '@millrace/core';
import test, {type ExecutionContext} from 'ava';
import {tempFolder} from './temp-folder.ts';
import {testRunner, type RunnerBench} from './test-runner.ts';

const steps = 40;
const between = 10;

/** Trains a logistic regression over bags of words, by gradient descent in this process. */
const inProcess: Runner = {
	name: 'in-process',
	async *run({shards, output, recipe}, signal) {
		try {
			yield {type: 'start', steps, device: 'cpu'};
			const [train, held] = [rowsOf(shards['train']), rowsOf(shards['validation'])];
			const weights = new Map<string, number>();
			for (let step = 0; step < steps; step++) {
				if (signal.aborted) {
					yield checkpoint(output, step, weights);
					yield {type: 'end', outcome: 'stopped'};
					return;
				}
				const loss = descend(weights, train, rateOf(recipe));
				const tokens = train.reduce((sum, {words}) => sum + words.length, 0);
				yield {type: 'step', step: step + 1, loss, tokens, seconds: 0};
				if ((step + 1) % between > 0) continue;
				yield {type: 'eval', step: step + 1, metrics: {accuracy: accuracy(weights, held)}};
				yield checkpoint(output, step + 1, weights);
				// Lets whoever listens abort.
				await Promise.resolve();
			}
			yield {type: 'end', outcome: 'done'};
		} catch (error) {
			yield {type: 'end', outcome: 'failed', error: error instanceof Error ? error.message : String(error)};
		}
	},
};

interface Labelled {
	readonly words: readonly string[];
	readonly label: 0 | 1;
}

function rowsOf(shards: RunSpecification['shards'][string] = []): readonly Labelled[] {
	return shards.flatMap(({url, sha256: expected}) => {
		const bytes = readFileSync(fileURLToPath(url));
		if (sha256(bytes) !== expected)
			throw new MillraceError(
				'corrupt',
				`shard ${url}: expected the checksum ${expected}, found ${sha256(bytes)}.`,
			);
		const rows: readonly unknown[] = bytes
			.toString()
			.split('\n')
			.slice(0, -1)
			.map((line): unknown => JSON.parse(line));
		return rows.filter(isLabelled);
	});
}

const isLabelled = (row: unknown): row is Labelled =>
	typeof row === 'object' && row !== null && 'words' in row && 'label' in row && Array.isArray(row.words);

const rateOf = (recipe: Json): number =>
	typeof recipe === 'object' && recipe !== null && 'rate' in recipe ? Number(recipe.rate) : 1;

const chance = (weights: ReadonlyMap<string, number>, {words}: Labelled): number =>
	1 / (1 + Math.exp(-words.reduce((sum, word) => sum + (weights.get(word) ?? 0), 0)));

/** One step over all rows; returns the mean loss before it. */
function descend(weights: Map<string, number>, rows: readonly Labelled[], rate: number): number {
	const gradient = new Map<string, number>();
	let loss = 0;
	for (const row of rows) {
		const found = chance(weights, row);
		loss -= Math.log(row.label === 1 ? found : 1 - found);
		for (const word of row.words) gradient.set(word, (gradient.get(word) ?? 0) + found - row.label);
	}
	for (const [word, slope] of gradient)
		weights.set(word, (weights.get(word) ?? 0) - (rate * slope) / rows.length);
	return loss / rows.length;
}

const accuracy = (weights: ReadonlyMap<string, number>, rows: readonly Labelled[]): number =>
	rows.filter((row) => chance(weights, row) > 0.5 === (row.label === 1)).length / rows.length;

function checkpoint(output: string, step: number, weights: ReadonlyMap<string, number>): RunEvent {
	const path = `${output}/step-${step}.json`;
	writeFileSync(path, JSON.stringify([...weights]));
	return {type: 'checkpoint', step, path};
}

/** Rows about water or fire, told by most of their words. */
function labelled(seed: number): string {
	const {int, pick, float} = random(Uint32Array.of(seed, 1, 2, 3));
	const words = [
		['water', 'river', 'rain', 'mill'],
		['fire', 'ash', 'smoke', 'forge'],
	] as const;
	return Array.from({length: 60}, () => {
		const label = int(2);
		const bag = Array.from({length: 5}, () => pick(words[float() < 0.8 ? label : 1 - label] ?? words[0]));
		return `${JSON.stringify({words: bag, label})}\n`;
	}).join('');
}

function bench(t: ExecutionContext): RunnerBench {
	const folder = tempFolder(t, {'train.jsonl': labelled(1), 'validation.jsonl': labelled(2)});
	const shard = (split: string) => {
		const path = `${folder}/${split}.jsonl`;
		return {url: pathToFileURL(path).href, sha256: sha256(readFileSync(path))};
	};
	const shards = {train: [shard('train')], validation: [shard('validation')]};
	const specification = {id: 'run-1', recipe: {rate: 2}, shards, output: folder};
	return {
		runner: inProcess,
		specification,
		broken: {...specification, shards: {train: [{...shard('train'), sha256: sha256('other')}]}},
		holds: (path) => existsSync(path) && JSON.parse(readFileSync(path, 'utf8')) !== null,
	};
}

testRunner(test, 'in-process', bench);

test('the runner of this suite tells rows apart that it was not trained on', async (t) => {
	const {runner, specification} = bench(t);
	const events = await Array.fromAsync(runner.run(specification, new AbortController().signal));
	const last = events.findLast((event) => event.type === 'eval');
	t.true((last?.metrics.accuracy ?? 0) > 0.85, JSON.stringify(last));
});
