import {unpainted} from '@millrace/terminal';
import type {RunnerAblation} from '@millrace/training';
import test from 'ava';
import stringWidth from 'string-width';
import {ablationLines} from './ablation-lines.ts';

const trial = (seed: number, without: number, varied: number) => ({
	seed,
	without,
	with: varied,
	gain: varied - without,
	runs: {without: 'a', with: 'b'},
});

const ablation: RunnerAblation = {
	format: 1,
	key: 'k',
	name: 'tickets',
	dataset: 'tickets',
	version: 3,
	objective: 'classification',
	runner: 'local',
	metric: 'accuracy',
	rows: 500,
	steps: 1190,
	trials: [trial(0, 0.5, 0.57), trial(1, 0.521, 0.58)],
	without: 0.5105,
	with: 0.575,
	gain: 0.0645,
	interval: [0.0012, 0.1278],
	verdict: 'helps',
};

const lines = (width: number, given: RunnerAblation = ablation, already = false): readonly string[] =>
	ablationLines(given, {path: 'data/k.json', already}, {width, paint: unpainted});

test('each seed has its line, and the verdict is a sentence with its interval', (t) => {
	t.deepEqual(lines(200), [
		'tickets  classification on tickets version 3, held-out accuracy',
		'',
		'seed  without    with  gain',
		'0      50.0 %  57.0 %  +7.0',
		'1      52.1 %  58.0 %  +5.9',
		'mean   51.0 %  57.5 %  +6.5',
		'',
		'tickets: variants: they help, +6.5 points of held-out accuracy (95 % interval +0.1 to +12.8), by the local runner over 2 seeds, 1,190 steps each; kept in data/k.json.',
	]);
});

test('a loss that falls is a gain', (t) => {
	const given: RunnerAblation = {
		...ablation,
		objective: 'causal-lm',
		metric: 'loss',
		rows: null,
		trials: [{...trial(0, 3.25, 3.2), gain: 0.05}],
		without: 3.25,
		with: 3.2,
		gain: 0.05,
		interval: [-0.01, 0.11],
		verdict: 'no gain',
	};
	const shown = lines(200, given, true);
	t.is(shown[3], '0      3.2500  3.2000  +0.0500');
	t.regex(
		shown.at(-1) ?? '',
		/no gain, \+0\.0500 nats of held-out loss gained \(95 % interval -0\.0100 to \+0\.1100\), .*; judged before in data/,
	);
});

test('no line is wider than the terminal', (t) => {
	for (let width = 20; width < 120; width++)
		for (const line of lines(width)) t.true(stringWidth(line) <= width, `${width}: ${line}`);
});
