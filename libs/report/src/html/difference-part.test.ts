import test from 'ava';
import {textOf} from '../../fixtures/page-text.ts';
import {noDifference, sampleReport} from '../../fixtures/sample-report.ts';
import {differencePart} from './difference-part.ts';

test('tells what moved, rows, columns and shares', (t) => {
	const difference = {
		...noDifference,
		splits: [{split: 'train', before: 70, now: 80}],
		columns: {added: ['a'], removed: ['b'], changed: [{name: 'c', before: 'utf8', now: 'int32'}]},
		shifts: [
			{of: 'tokens', size: 0.3, noise: 0.1, psi: null, before: 70, now: 80},
			{of: 'labels', size: 0.05, noise: 0.1, psi: 0.01, before: 70, now: 80},
		] as const,
		labels: [{value: 'mill', before: 0.5, now: 0.75}],
		drops: [{stage: 'length', value: 'too-short', before: 0.1, now: 0.05}],
	};
	const found = textOf(differencePart(sampleReport({difference})));
	for (const told of [
		'the lengths in tokens moved most since version 1: distance 0.300 on a scale from 0 to 1, moved far.',
		'balance of labels 0.050 within noise',
		'train 70 80 +10',
		'new a gone b changed c: utf8, now int32',
		'mill 50.0 % 75.0 % +25.00 points',
		'length: too-short 10.0 % 5.0 % −5.00 points',
	])
		t.true(found.includes(told), `${told} in ${found}`);
});

test('the first version, and one whose forerunner is gone, have none', (t) => {
	t.is(
		textOf(differencePart(sampleReport({difference: null, previous: null}))),
		'This is the first version.',
	);
	t.regex(textOf(differencePart(sampleReport({difference: null}))), /of version 1 are gone/);
});
