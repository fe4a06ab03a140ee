import {alertCases} from '../../fixtures/alert-cases.ts';
import {noDifference} from '../../fixtures/sample-report.ts';
import type {Shift} from '../report.ts';
import {changeAlerts} from './change-alerts.ts';

const shift = (size: number, noise: number): Shift => ({
	of: 'tokens',
	size,
	noise,
	psi: null,
	before: 100,
	now: 100,
});

alertCases(changeAlerts, [
	[
		'a stage that drops many more than before',
		{difference: {...noDifference, drops: [{stage: 'a', value: 'b', before: 0.1, now: 0.4}]}},
		['warn drops-changed'],
	],
	[
		'many rows lost',
		{difference: {...noDifference, splits: [{split: 'train', before: 200, now: 80}]}},
		['fail rows-fell'],
	],
	[
		'some rows lost',
		{difference: {...noDifference, splits: [{split: 'train', before: 100, now: 80}]}},
		['warn rows-fell'],
	],
	[
		'many more rows',
		{difference: {...noDifference, splits: [{split: 'train', before: 40, now: 80}]}},
		['info rows-grew'],
	],
	[
		'columns that came, went and changed',
		{
			difference: {
				...noDifference,
				columns: {
					added: ['a'],
					removed: ['b'],
					changed: [{name: 'c', before: 'utf8', now: 'int32'}],
				},
			},
		},
		['fail columns-removed', 'fail columns-changed', 'info columns-added'],
	],
	[
		'a distribution that moved',
		{difference: {...noDifference, shifts: [shift(0.15, 0.05)]}},
		['warn tokens-moved'],
	],
	['one that moved far', {difference: {...noDifference, shifts: [shift(0.3, 0.05)]}}, ['fail tokens-moved']],
	['one that moved within noise', {difference: {...noDifference, shifts: [shift(0.3, 0.4)]}}, []],
]);
