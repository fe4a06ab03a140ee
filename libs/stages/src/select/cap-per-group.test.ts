import {runBarrier, testBarrier} from '@millrace/testing';
import test from 'ava';
import {capPerGroup} from './cap-per-group.ts';

const rows = ['a', 'b', null, 'a', 'a', '', 'b', 'a', null, '', 'c', 'b'].map((group, place) => ({
	group,
	place,
}));
const keptBy = async (options: Parameters<typeof capPerGroup>[0], seed = 0): Promise<unknown[]> =>
	(await runBarrier(capPerGroup(options), rows, {seed})).rows.map(({row}) => row['place']);

testBarrier(test, 'cap-per-group, first', {barrier: () => capPerGroup({most: 2}), rows});
testBarrier(test, 'cap-per-group, random', {barrier: () => capPerGroup({most: 1, choose: 'random'}), rows});

test('keeps the first rows of each group and all without one', async (t) => {
	t.deepEqual(await keptBy({most: 1}), [0, 1, 2, 5, 8, 9, 10]);
	t.deepEqual(await keptBy({most: 2}), [0, 1, 2, 3, 5, 6, 8, 9, 10]);
});

test('drops the others with their place in the group', async (t) => {
	const {drops} = await runBarrier(capPerGroup({most: 2}), rows);
	t.deepEqual(drops, [
		{row: 4, reason: 'over-cap', score: 3},
		{row: 7, reason: 'over-cap', score: 4},
		{row: 11, reason: 'over-cap', score: 3},
	]);
});

test('keeps everything where no group is larger', async (t) => {
	t.is((await keptBy({most: 4})).length, rows.length);
});

test('chooses at random by the seed of the run', async (t) => {
	const choices = await Promise.all(
		[1, 2, 3, 4, 5].map(async (seed) => keptBy({most: 1, choose: 'random'}, seed)),
	);
	t.true(new Set(choices.map((choice) => choice.join())).size > 1);
	t.true(choices.every((choice) => choice.length === 7));
});

test('asks how many rows to keep', (t) => {
	t.throws(() => capPerGroup({most: 0}), {code: 'usage', message: /barrier cap-per-group: most: /});
});
