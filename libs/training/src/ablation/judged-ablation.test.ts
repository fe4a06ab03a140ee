import test from 'ava';
import {judgedAblation, type AblationSubject, type SeedOutcome} from './judged-ablation.ts';
import {runnerAblationShape} from './runner-ablation.ts';

const subject: AblationSubject = {
	key: 'k',
	name: 'notes',
	dataset: 'notes',
	version: 1,
	objective: 'classification',
	runner: 'probe',
	rows: 200,
	steps: null,
};

const outcomes = (
	metric: string,
	pairs: readonly (readonly [without: number, varied: number])[],
): readonly SeedOutcome[] =>
	pairs.map(([without, varied], seed) => ({
		seed,
		without: {id: `a${seed}`, metrics: {[metric]: without, other: 9}},
		with: {id: `b${seed}`, metrics: {[metric]: varied, other: 1}},
	}));

test('more accuracy helps, less hurts, and about as much is no gain', (t) => {
	for (const [by, verdict] of [
		[0.1, 'helps'],
		[-0.1, 'hurts'],
		[0.005, 'no gain'],
	] as const) {
		const found = judgedAblation(
			subject,
			outcomes('accuracy', [
				[0.5, 0.5 + by],
				[0.51, 0.52 + by],
				[0.5, 0.49 + by],
			]),
		);
		t.is(found.verdict, verdict);
		t.true(Math.abs(found.gain - by) < 1e-12);
		t.deepEqual(runnerAblationShape.parse(JSON.parse(JSON.stringify(found))), found);
	}
});

test('a loss that falls is a gain, whatever the held-out rows', (t) => {
	const causal = {...subject, objective: 'causal-lm', runner: 'local', steps: 20} as const;
	const found = judgedAblation(
		causal,
		outcomes('loss', [
			[3.2, 3.1],
			[3.3, 3.21],
		]),
	);
	t.like(found, {metric: 'loss', rows: null, verdict: 'helps', steps: 20});
	t.deepEqual(
		found.trials.map(({gain}) => gain.toFixed(2)),
		['0.10', '0.09'],
	);
});

test('a run that told no such metric is said', (t) => {
	t.throws(() => judgedAblation(subject, outcomes('loss', [[1, 1]])), {
		message: 'run a0: expected a held-out accuracy, found none',
	});
});
