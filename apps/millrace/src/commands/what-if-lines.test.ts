import type {SweptRule} from '@millrace/engine';
import {unpainted} from '@millrace/terminal';
import test from 'ava';
import stringWidth from 'string-width';
import {whatIfLines} from './what-if-lines.ts';

const rule: SweptRule = {
	stage: 'length',
	option: 'min',
	reason: 'too-short',
	dropIf: '<',
	threshold: 20,
	scored: 1000,
	exempt: 0,
	unreached: {},
	notKept: 0,
	scores: {least: 1, low: 2, median: 30, high: 90, most: 400, bins: [1, 4, 8]},
	swept: [
		{threshold: 10, current: false, keeps: 900, drops: 100, published: 700, unseen: 100},
		{threshold: 20, current: true, keeps: 800, drops: 200, published: 600, unseen: 0},
	],
};

test('a rule is told with its scores and what each threshold would do, that which stands marked', (t) => {
	t.deepEqual(whatIfLines(rule, 80, unpainted), [
		'length.min  drops as too-short where the figure is < the bound; now < 20',
		'  1,000 rows from 1 to 400, median 30',
		'  2 ▁▄█ 90  1st to 99th percentile',
		'         bound  keeps  drops  published  unseen',
		'            10    900    100        700     100',
		'  now ▸     20    800    200        600',
	]);
	t.regex(whatIfLines(rule, 120, unpainted).at(-1) ?? '', /━{16}─{4} 80 %$/);
});

test('rows that are not scored are told with why', (t) => {
	const told = whatIfLines(
		{...rule, exempt: 3, unreached: {language: 40, once: 2}, notKept: 7},
		200,
		unpainted,
	);
	t.deepEqual(told.slice(3, 6), [
		'  It does not apply to 3 rows.',
		'  Not scored, since they left before: 40 at language, 2 at once.',
		'  Of 7 rows the version does not keep what the rule takes: a later step leaves the column out, or the stage drops rows by itself.',
	]);
	t.deepEqual(whatIfLines({...rule, threshold: null, scored: 0, scores: null, swept: []}, 80, unpainted), [
		'length.min  drops as too-short where the figure is < the bound; off now',
		'  No row of the version has a figure for this rule.',
	]);
});

test('lines fit', (t) => {
	for (const width of [60, 80, 120])
		for (const line of whatIfLines({...rule, notKept: 7}, width, unpainted).slice(1))
			t.true(stringWidth(line) <= width, line);
});
