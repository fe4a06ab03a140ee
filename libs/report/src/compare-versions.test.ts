import {int32, utf8} from '@millrace/core';
import test from 'ava';
import {categoriesOf, lengthsOf, sampleReport} from '../fixtures/sample-report.ts';
import {compareVersions} from './compare-versions.ts';

test('equal versions do not differ', (t) => {
	const found = compareVersions(1, sampleReport(), sampleReport());
	t.deepEqual(
		found.shifts.map(({of, size}) => [of, size]),
		[
			['characters', 0],
			['tokens', 0],
			['labels', 0],
			['languages', 0],
			['splits', 0],
		],
	);
	t.deepEqual(found.columns, {added: [], removed: [], changed: []});
	t.true([...found.labels, ...found.languages, ...found.drops].every(({before, now}) => before === now));
	t.deepEqual(found.probes, [{split: 'test', before: 0.8, interval: [0.7, 0.9]}]);
});

test('what changed is told, the largest change first', (t) => {
	const before = sampleReport({
		tokens: null,
		labels: categoriesOf(['a', 'b', 'c', 'c']),
		columns: [
			{name: 'a', type: utf8.type, nulls: 0},
			{name: 'b', type: utf8.type, nulls: 0},
		],
	});
	const now = sampleReport({
		text: {empty: 0, characters: lengthsOf([1000, 2000])},
		labels: categoriesOf(['a', 'c', 'c', 'c']),
		columns: [
			{name: 'b', type: int32.type, nulls: 0},
			{name: 'c', type: utf8.type, nulls: 0},
		],
		funnel: [],
	});
	const found = compareVersions(1, before, now);
	t.deepEqual(found.columns, {
		added: ['c'],
		removed: ['a'],
		changed: [{name: 'b', before: 'utf8', now: 'int32'}],
	});
	t.deepEqual(found.labels, [
		{value: 'b', before: 0.25, now: 0},
		{value: 'c', before: 0.5, now: 0.75},
		{value: 'a', before: 0.25, now: 0.25},
	]);
	t.deepEqual(found.drops, [{stage: 'length', value: 'too-short', before: 0.1, now: 0}]);
	t.is(found.shifts.find(({of}) => of === 'characters')?.size, 1);
	t.is(
		found.shifts.find(({of}) => of === 'tokens'),
		undefined,
	);
});
