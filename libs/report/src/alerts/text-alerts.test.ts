import {alertCases} from '../../fixtures/alert-cases.ts';
import {sampleReport} from '../../fixtures/sample-report.ts';
import {textAlerts} from './text-alerts.ts';

const {duplicates, overlap, text} = sampleReport();

alertCases(textAlerts, [
	['empty texts', {text: text && {...text, empty: 2}}, ['warn empty-text']],
	[
		'many repeated texts',
		{duplicates: duplicates && {...duplicates, repeated: 9, distinct: 81, groups: 9}},
		['warn duplicates'],
	],
	[
		'held-out texts that training knows',
		{duplicates: duplicates && {...duplicates, heldOut: [{split: 'test', rows: 10, known: 1}]}},
		['fail duplicates-across-splits'],
	],
	[
		'texts in two held-out splits',
		{
			duplicates: duplicates && {
				...duplicates,
				across: [{splits: ['test', 'validation'], texts: 1}],
				heldOut: ['test', 'validation'].map((split) => ({split, rows: 5, known: 0})),
			},
		},
		['warn duplicates-across-splits'],
	],
	[
		'held-out rows that share long runs',
		{
			overlap: overlap && {
				...overlap,
				sizes: [{words: 13, scale: 1, splits: [{split: 'test', rows: 8, shared: 1}]}],
			},
		},
		['warn held-out-overlap'],
	],
]);
