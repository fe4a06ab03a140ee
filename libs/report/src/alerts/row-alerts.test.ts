import {alertCases} from '../../fixtures/alert-cases.ts';
import {noDifference} from '../../fixtures/sample-report.ts';
import {rowAlerts} from './row-alerts.ts';

alertCases(rowAlerts, [
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
