import {alertCases} from '../../fixtures/alert-cases.ts';
import {noDifference, sampleReport} from '../../fixtures/sample-report.ts';
import type {Report} from '../report.ts';
import {rowAlerts} from './row-alerts.ts';

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

alertCases(rowAlerts, [
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
	['some quarantine', {quarantine: {rows: 1, errors: [], examples: []}}, ['fail quarantine']],
	[
		'little quarantine',
		{quarantine: {rows: 1, errors: [], examples: []}, sources: {files: 1, records: 10_000}},
		['warn quarantine'],
	],
	[
		'a split that is gone',
		{
			difference: {
				...noDifference,
				splits: [...noDifference.splits, {split: 'validation', before: 3, now: 0}],
			},
		},
		['fail split-empty'],
	],
	[
		'one split alone',
		{splits: [{split: 'train', rows: 90, shards: 1, bytes: 1}]},
		['info no-held-out-split'],
	],
	['no rows', {splits: [], difference: null}, ['fail no-rows']],
	['groups that straddle', {groups: {scale: 1, groups: 5, straddling: 1}}, ['fail groups-straddle-splits']],
]);
