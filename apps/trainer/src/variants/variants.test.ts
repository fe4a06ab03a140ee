import {existsSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {readEvents} from '@millrace/training';
import test from 'ava';
import {changes, publishedChanges, publishedVaried, trainer, varied} from '../../fixtures/harness.ts';

const lastOf = (stdout: string): unknown => JSON.parse(stdout.trim().split('\n').at(-1) ?? '');

const folderOf = (data: string): string => join(data, 'varied/training/varied');
const ablationsIn = (data: string): readonly string[] => readdirSync(join(folderOf(data), 'ablations'));

/** How often runs of a recipe were begun. */
const startsIn = (data: string): number =>
	readdirSync(folderOf(data))
		.filter((name) => name !== 'ablations')
		.flatMap((id) => readEvents(join(folderOf(data), id)))
		.filter(({type}) => type === 'start').length;

test.serial('the probe judges variants over seeds once, and a recipe goes by its verdict', async (t) => {
	const data = await publishedVaried(t);
	const ablate = ['ablate', varied, '--seeds', '2', '--data', data];
	const first = await trainer(ablate);
	t.is(first.code, 0, first.stderr);
	for (const line of [
		/^varied {2}classification on varied version 1, held-out accuracy$/m,
		/^seed +without +with +gain$/m,
		/^1 +\d+\.\d % +\d+\.\d % +[-+]?\d+\.\d$/m,
		/^mean /m,
		/^varied: variants: (?:no gain|they help|they hurt), .* points of held-out accuracy \(95 %/m,
		/by the probe runner over 2 seeds; kept in/,
	])
		t.regex(first.stdout.replaceAll(';\n', '; '), line);
	t.regex(first.stderr, /^trainer: varied 4\/4 seed 1 with variants: 8 steps on this process$/m);
	t.is(startsIn(data), 4);

	const again = await trainer([...ablate, '--json']);
	t.like(lastOf(again.stdout), {type: 'ablation', already: true, runner: 'probe', rows: 20, steps: null});
	t.is(startsIn(data), 4, 'asking again trains nothing');

	// A trainer that was killed has finished some of its runs, and has begun another.
	const [kept = ''] = ablationsIn(data);
	const path = join(folderOf(data), 'ablations', kept);
	const before = readFileSync(path, 'utf8');
	writeFileSync(path, before.slice(0, 99));
	const [run = ''] = readdirSync(folderOf(data)).filter((name) => name !== 'ablations');
	rmSync(join(folderOf(data), run), {recursive: true});
	t.is((await trainer(ablate)).code, 0);
	t.is(readFileSync(path, 'utf8'), before, 'the same verdict from the runs that were left');
	t.is(startsIn(data), 4);

	const train = ['train', varied, '--data', data, '--json', '--set', 'variants={"judge":"runner","seeds":2}'];
	const trained = await trainer(train);
	const [said = '', ...rest] = trained.stdout.trim().split('\n');
	t.like(JSON.parse(said), {type: 'variants', recipe: 'varied', judge: 'runner', answer: 'drop'});
	t.like(lastOf(rest.join('\n')), {type: 'result', already: true, variants: 'drop', rows: 20});
	t.is(startsIn(data), 4, 'the run of the first seed is that of the recipe');

	const planned = await trainer(['plan', varied, '--data', data, '--set', 'variants.judge=runner']);
	t.regex(
		planned.stdout.replaceAll('\n', ' '),
		/variants are planned as kept: the runner judges them before it trains/,
	);
});

test.serial('the report judges where the recipe says no more; plan and train say its verdict', async (t) => {
	const data = await publishedVaried(t, {reported: true});
	const planned = await trainer(['plan', varied, '--data', data]);
	t.is(planned.code, 0, planned.stderr);
	t.regex(
		planned.stdout.replaceAll('\n', ' '),
		/variants are left out: no gain, .*, by the probe of the report, trained 25 times/,
	);
	t.regex(planned.stdout, /^dropped: variant +80 +0$/m);
	t.regex(planned.stdout, /^steps +10$/m);
	const json = await trainer(['plan', varied, '--data', data, '--json']);
	t.like(lastOf(json.stdout), {
		cached: true,
		variants: {answer: 'drop', judge: 'report', verdict: 'no gain'},
	});
	const trained = await trainer(['train', varied, '--data', data]);
	t.regex(trained.stderr, /^trainer: varied: variants are left out: no gain, /m);
	const kept = await trainer(['plan', varied, '--data', data, '--set', 'variants=keep']);
	t.regex(kept.stdout, /^examples +160 +20$/m);
});

test.serial(
	'an ablation that is asked to stop goes on later; one of which a run fails ends with 11',
	async (t) => {
		const data = await publishedVaried(t);
		const ablate = ['ablate', varied, '--seeds', '2', '--data', data];
		const {code, stdout, stderr} = await trainer(ablate, (child) => {
			child.stderr.once('data', () => child.kill('SIGTERM'));
		});
		t.deepEqual([code, stdout], [143, '']);
		t.regex(stderr, /^trainer: varied: the ablation was stopped; the same command goes on from there\.$/m);
		const failed = await trainer([...ablate, '--json', '--set', 'splits.validation=none']);
		t.is(failed.code, 11);
		t.like(lastOf(failed.stdout), {type: 'error', code: 'failed'});
		t.regex(
			failed.stderr,
			/seed 0, without variants: probe runner: expected two training rows and a held-out one/,
		);
	},
);

test.serial('variants that cannot be judged or told are a sentence', async (t) => {
	const data = await publishedVaried(t, {limit: 9});
	const plain = await publishedChanges(t);
	for (const [given, sentence] of [
		[
			['plan', varied, '--data', data],
			/expected an ablation in the report of the version, found no report; run npx millrace report .* --version 1 --out .*varied, or set/,
		],
		[
			['plan', changes, '--data', plain, '--set', 'variants=if-they-help'],
			/variants 'if-they-help': expected a column "augmented" of type bool, .* found columns label, .*text; /,
		],
		[
			['train', changes, '--data', plain, '--set', 'variants=drop'],
			/variants in the recipe: expected a column "augmented"/,
		],
		[['ablate', changes, '--data', plain], /an ablation: expected a column "augmented"/],
		[
			[
				'ablate',
				varied,
				'--data',
				data,
				'--set',
				'objective=causal-lm',
				'--set',
				'variants=keep',
				'--set',
				'columns={}',
			],
			/judge with --runner local/,
		],
		[['ablate', varied, '--data', data, '--seeds', '1'], /--seeds: expected a whole number from 2 to 100/],
	] as const) {
		const {code, stderr, stdout} = await trainer(given);
		t.deepEqual([code, stdout], [2, ''], given.join(' '));
		t.regex(stderr, sentence);
	}
	t.false(existsSync(join(data, 'varied/training')));
});
