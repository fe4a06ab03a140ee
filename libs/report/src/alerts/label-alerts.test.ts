import {alertCases} from '../../fixtures/alert-cases.ts';
import {categoriesOf, evaluationOf, noDifference} from '../../fixtures/sample-report.ts';
import type {Report} from '../report.ts';
import {labelAlerts} from './label-alerts.ts';

const judged = (accuracy: number, low: number, high: number): Report['probe'] => ({
	object: null,
	training: null,
	evaluations: [{split: 'test', of: 10, figures: evaluationOf(accuracy, [low, high], 0.5)}],
	notices: [],
});

alertCases(labelAlerts, [
	['a label that occurs once', {labels: categoriesOf(['a', 'a', 'b', 'b', 'c'])}, ['warn label-once']],
	[
		'labels that training lacks',
		{labels: categoriesOf(['a', 'a', 'b', 'b'], 'test')},
		['warn label-not-in-training'],
	],
	['rows without a label', {labels: categoriesOf(['a', 'a', 'b', 'b', null])}, ['warn label-missing']],
	['one label for all', {labels: categoriesOf(['a', 'a'])}, ['warn label-constant']],
	[
		'a label of nearly all',
		{labels: categoriesOf([...Array.from({length: 20}, () => 'a'), 'b', 'b'])},
		['info label-dominates'],
	],
	['a probe no better than the majority', {probe: judged(0.55, 0.45, 0.65)}, ['warn probe-no-better']],
	['a probe that is too good', {probe: judged(1, 0.997, 1)}, ['info probe-too-good']],
	[
		'a probe that fell',
		{difference: {...noDifference, probes: [{split: 'test', before: 0.95, interval: [0.92, 0.97]}]}},
		['warn probe-fell'],
	],
]);
