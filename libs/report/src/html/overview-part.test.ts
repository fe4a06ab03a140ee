import test from 'ava';
import {textOf} from '../../fixtures/page-text.ts';
import {sampleReport} from '../../fixtures/sample-report.ts';
import {overviewPart} from './overview-part.ts';

test('has the figures that people ask for first', (t) => {
	const found = textOf(overviewPart(sampleReport()));
	for (const told of [
		'Rows 90 From 100 records of 1 file. ±0 since version 1.',
		'Dropped 10 10.0 % of all rows; most of them as too-short at length.',
		'Tokens 66 4 in the median row, 60 in the longest.',
		'Languages 2 66.7 % of the rows are English (en).',
		'Repeated texts 0 0 % of the rows. No held-out text is in the training split.',
		'Probe accuracy 80.0 % On test; 70.0 % to 90.0 %, majority class 50.0 %.',
		'2 splits; train has 88.9 % of the rows.',
		'label column label',
	])
		t.true(found.includes(told), `${told} in ${found}`);
});

test('what a version lacks has no card', (t) => {
	const found = textOf(
		overviewPart(
			sampleReport({
				tokens: null,
				text: null,
				languages: null,
				duplicates: null,
				probe: null,
				splits: [],
				difference: null,
				funnel: [],
			}),
		),
	);
	t.regex(found, /^Rows 0 From 100 records of 1 file\. Dropped 0 No stage dropped a row\. text column/);
});
