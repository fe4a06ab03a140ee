import test from 'ava';
import {alertCases} from '../../fixtures/alert-cases.ts';
import {noDifference, sampleReport} from '../../fixtures/sample-report.ts';
import type {Report, RuleBound} from '../report.ts';
import {filterAlerts} from './filter-alerts.ts';

const stage = sampleReport().funnel.slice(0, 1);

const dropping = (rows: number): Report['funnel'] => [
	...stage,
	{
		stage: 'length',
		in: 100,
		generated: 0,
		out: 100 - rows,
		quarantined: 0,
		dropped: rows === 0 ? [] : [{reason: 'too-short', rows, scores: null, examples: []}],
	},
];

const rules: readonly RuleBound[] = [
	{reason: 'short', option: 'least', dropIf: '<', threshold: 5},
	{reason: 'long', option: 'most', dropIf: '>', threshold: 900},
	{reason: 'odd', option: 'odd', dropIf: '>', threshold: null},
];

/** A stage with rules that saw so many rows and dropped some by each reason. */
const ruled = (rows: number, dropped: Readonly<Record<string, number>>): Report['funnel'] => [
	...stage,
	{
		stage: 'bounded',
		in: rows,
		generated: 0,
		out: rows - Object.values(dropped).reduce((sum, own) => sum + own, 0),
		quarantined: 0,
		dropped: Object.entries(dropped).map(([reason, own]) => ({
			reason,
			rows: own,
			scores: null,
			examples: [],
		})),
		rules,
	},
];

const longBefore = {
	...noDifference,
	drops: [{stage: 'bounded', value: 'long', before: 0.05, now: 0}],
};

alertCases(filterAlerts, [
	['a filter that drops half', {funnel: dropping(60)}, ['info filter-drops-many']],
	['a filter that drops nearly all', {funnel: dropping(95)}, ['warn filter-drops-many']],
	['a filter that drops all', {funnel: dropping(100)}, ['fail filter-always-fires']],
	['a filter that drops none', {funnel: dropping(0)}, ['info filter-never-fires']],
	[
		'a stage that dropped rows before and drops none now',
		{
			funnel: dropping(0),
			difference: {...noDifference, drops: [{stage: 'length', value: 'too-short', before: 0.05, now: 0}]},
		},
		['warn filter-never-fires'],
	],
	['a rule that never fires on many rows', {funnel: ruled(5000, {short: 10})}, ['info rule-never-fires']],
	['a rule that never fires on few rows', {funnel: ruled(999, {short: 10})}, []],
	['rules that all fire', {funnel: ruled(5000, {short: 10, long: 1})}, []],
	['rules of which none fires', {funnel: ruled(5000, {})}, ['info rule-never-fires']],
	[
		'a rule that fired on the version before, few rows or not',
		{funnel: ruled(50, {short: 1}), difference: longBefore},
		['warn rule-never-fires'],
	],
	[
		'a rule that nearly always fires',
		{funnel: ruled(5000, {short: 4800, long: 1})},
		['warn rule-fires-nearly-always'],
	],
]);

test('alerts name the rules with their bounds', (t) => {
	const told = (funnel: Report['funnel']) => filterAlerts(sampleReport({funnel})).map(({message}) => message);
	t.deepEqual(told(ruled(5000, {})), [
		'2 rules of stage bounded never fired on the 5,000 rows that the stage saw: short (least: < 5), long (most: > 900).',
	]);
	t.deepEqual(told(ruled(5000, {short: 4800, long: 1})), [
		'Rule short of stage bounded drops 96.0 % of the rows (least: < 5).',
	]);
});
