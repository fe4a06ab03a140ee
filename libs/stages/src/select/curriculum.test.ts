import {int32, nullable} from '@millrace/core';
import {runBarrier, testBarrier} from '@millrace/testing';
import test from 'ava';
import {curriculum} from './curriculum.ts';

const by = {words: nullable(int32)};
const rows = [30, 10, null, 20, 10].map((words) => ({words}));

testBarrier(test, 'curriculum', {barrier: () => curriculum({by, steps: 2}), rows});

const placed = async (options: Partial<Parameters<typeof curriculum>[0]> = {}) =>
	(await runBarrier(curriculum({by, ...options}), rows)).rows.map(({row}) => [
		row['words'],
		row['difficulty'],
		row['curriculum_step'],
	]);

test('rows are ranked by the figure, null last, and cut into equal steps', async (t) => {
	const found = await placed({steps: 5});
	t.deepEqual(
		found.filter(([words]) => words !== 10),
		[
			[30, 0.75, 3],
			[null, 1, 4],
			[20, 0.5, 2],
		],
	);
	t.deepEqual(
		found
			.filter(([words]) => words === 10)
			.map(([, share]) => share)
			.sort(),
		[0, 0.25],
	);
});

test('the largest may be the easiest', async (t) => {
	const found = await placed({descending: true, steps: 2});
	t.deepEqual(
		[found[0], found[2]],
		[
			[30, 0, 0],
			[null, 1, 1],
		],
	);
});

test('a row alone is the easiest', async (t) => {
	const {
		rows: [only],
	} = await runBarrier(curriculum({by}), [{words: 5}]);
	t.like(only?.row, {difficulty: 0, curriculum_step: 0});
});
