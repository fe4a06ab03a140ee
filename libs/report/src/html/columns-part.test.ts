import {float64, utf8} from '@millrace/core';
import test from 'ava';
import {textOf} from '../../fixtures/page-text.ts';
import {sampleReport} from '../../fixtures/sample-report.ts';
import {columnsPart} from './columns-part.ts';

test('tells types, roles, nulls and ranges', (t) => {
	const columns = [
		{name: 'text', type: utf8.type, nulls: 0},
		{name: 'score', type: float64.type, nulls: 9, numbers: {min: -2, mean: 0.123456, max: 1e6}},
	];
	t.is(
		textOf(columnsPart(sampleReport({columns}))),
		'column type role nulls least mean most text utf8 text 0 score float64 9 (10.0 %) −2 0.1235 1,000,000',
	);
});
