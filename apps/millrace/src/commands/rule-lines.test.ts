import type {RuleVerdict} from '@millrace/engine';
import {unpainted} from '@millrace/terminal';
import test from 'ava';
import {ruleLines} from './rule-lines.ts';

const rule: RuleVerdict = {
	reason: 'listed',
	option: 'maxRatio',
	dropIf: '>',
	threshold: 0.5,
	score: 1 / 3,
	broken: false,
	decided: false,
};

test('a rule is told with its figure and bound', (t) => {
	t.deepEqual(
		ruleLines(
			[rule, {...rule, score: 12, broken: true}, {...rule, score: 1, broken: true, decided: true}],
			80,
			unpainted,
		),
		[
			'rule      figure  drops if  option',
			'listed  0.333333  > 0.5     maxRatio  ✔ passes',
			'listed        12  > 0.5     maxRatio  ✘ fails',
			'listed         1  > 0.5     maxRatio  ✘ dropped',
		],
	);
});

test('a rule that is off or does not apply says neither yes nor no', (t) => {
	t.deepEqual(
		ruleLines(
			[
				{...rule, threshold: null},
				{...rule, score: null},
			],
			80,
			unpainted,
		).slice(1),
		['listed  0.333333  off       maxRatio', 'listed         –  > 0.5     maxRatio'],
	);
	t.deepEqual(ruleLines([], 80, unpainted), []);
});
