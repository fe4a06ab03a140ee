import {existsSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import {changes, publishedChanges, temporaryFolder, trainer} from '../fixtures/harness.ts';

const broken = (name: string): string =>
	fileURLToPath(new URL(`../fixtures/broken/${name}/pipeline.ts`, import.meta.url));

test.serial('help has every command and examples, and each command its own', async (t) => {
	const {stdout, code} = await trainer(['--help']);
	t.is(code, 0);
	for (const command of ['plan', 'train', 'ablate']) {
		t.regex(stdout, new RegExp(`^ {2}${command} `, 'm'));
		t.regex((await trainer([command, '--help'])).stdout, /\nExamples:\n {2}\$ trainer /);
	}
	t.regex((await trainer(['--version'])).stdout, /^\d+\.\d+\.\d+\n$/);
});

test.serial('plan shows rows, tokens, steps and memory, and packs once', async (t) => {
	const data = await publishedChanges(t);
	const {stdout, code} = await trainer(['plan', changes, '--data', data]);
	t.is(code, 0);
	for (const line of [
		/^changes {2}classification on changes version 1$/m,
		/^rows +240 +60$/m,
		/^examples +240 +60$/m,
		/^steps +40$/m,
		/^memory, about +\d/m,
		/packed now$/m,
	])
		t.regex(stdout, line);
	const again = await trainer(['plan', changes, '--data', data, '--set', 'steps=7', '--json']);
	const plan: unknown = JSON.parse(again.stdout);
	t.like(plan, {
		type: 'plan',
		cached: true,
		length: {steps: 7},
		tokens: {labels: ['Added', 'Fixed', 'Removed']},
	});
});

test.serial(
	'the probe trains in seconds; its accuracy stands with its interval beside the majority class',
	async (t) => {
		const data = await publishedChanges(t);
		const {stdout, stderr, code} = await trainer(['train', changes, '--data', data]);
		t.is(code, 0);
		t.regex(
			stdout,
			/^changes: held-out accuracy \d+\.\d % \(95 % interval \d+\.\d % to 100\.0 %, 60 rows\); the majority class "Added" has 33\.3 %; probe runner, model in .*\/final\.\n$/,
		);
		t.regex(stderr, /^trainer: changes: 8 steps on this process$/m);
		const again = await trainer(['train', changes, '--data', data, '--json']);
		t.like(JSON.parse(again.stdout), {
			type: 'result',
			outcome: 'done',
			already: true,
			objective: 'classification',
		});
	},
);

test.serial('what is wrong with a recipe is a sentence and ends with 2', async (t) => {
	const data = await publishedChanges(t);
	for (const [given, sentence] of [
		[
			['train', broken('none')],
			/none\/recipe\.ts: expected a recipe beside .*none\/pipeline\.ts, found no such file; declare one/,
		],
		[
			['train', broken('wrong')],
			/wrong\/recipe\.ts: expected recipe\(\{\.\.\.\}\) of @millrace\/training as the default export, found none/,
		],
		[
			['train', changes, '--data', data, '--set', 'bach.sequences=3'],
			/unknown key "bach", did you mean "batch"\?/,
		],
		[
			['train', changes, '--data', data, '--runner', 'slurm'],
			/--runner: expected probe or local, found "slurm"/,
		],
		[
			['plan', changes, '--data', data, '--set', 'context=8'],
			/expected documents of at most 8 tokens, found \d+ longer ones among 300/,
		],
		[['plan', changes, '--data', data, '--version', '9'], /v000009/],
		[
			['plan', changes, '--data', temporaryFolder(t)],
			/expected a published version in .*changes, found no such folder; run millrace refresh/,
		],
		[['train', 'no-such'], /pipeline no-such: expected pipelines\/no-such\/pipeline\.ts/],
		[['train'], /missing required argument 'pipeline'; see trainer train --help/],
	] as const) {
		const {code, stderr, stdout} = await trainer(given);
		t.deepEqual([code, stdout], [2, ''], given.join(' '));
		t.regex(stderr, sentence);
	}
	t.deepEqual(
		readdirSync(join(data, 'changes')).includes('training') &&
			existsSync(join(data, 'changes/training/changes')),
		false,
	);
});
