import {runStage, testStage} from '@millrace/testing';
import test from 'ava';
import {split} from './split.ts';

testStage(test, 'split', {
	stage: () => split({weights: {train: 1, test: 1}}),
	rows: [{group: 'a'}, {group: 'b'}, {group: null}, {group: ''}, {group: 'caf\u00e9'}],
});

const splitsOf = async (
	groups: readonly (string | null)[],
	options?: Parameters<typeof split>[0],
): Promise<unknown[]> =>
	(
		await runStage(
			split(options),
			groups.map((group) => ({group})),
		)
	).rows.map(({row}) => row['split']);

test('puts all rows of a group in one split', async (t) => {
	const groups = Array.from({length: 2000}, (_, index) => `group ${index % 50}`);
	const splits = await splitsOf(groups, {weights: {train: 1, test: 1}});
	t.is(new Set(groups.map((group, row) => `${group} ${String(splits[row])}`)).size, 50);
	t.is(new Set(splits).size, 2);
});

test('gives each split its share of groups, within four standard deviations', async (t) => {
	const count = 20_000;
	const splits = await splitsOf(
		Array.from({length: count}, (_, index) => `group ${index}`),
		{weights: {train: 8, validation: 1, test: 1, none: 0}},
	);
	for (const [name, share] of [
		['train', 0.8],
		['validation', 0.1],
		['test', 0.1],
		['none', 0],
	] as const) {
		const found = splits.filter((value) => value === name).length;
		t.true(
			Math.abs(found - count * share) <= 4 * Math.sqrt(count * share * (1 - share)),
			`${name}: ${found}`,
		);
	}
});

test('spreads rows without a group by their ids', async (t) => {
	const splits = await splitsOf(
		Array.from({length: 1000}, (_, index) => (index % 2 ? null : '')),
		{weights: {a: 1, b: 1}},
	);
	const share = splits.filter((value) => value === 'a').length;
	t.true(share > 430 && share < 570, `${share}`);
});

test('does not depend on the order of weights, their scale or the seed of the run', async (t) => {
	const rows = Array.from({length: 200}, (_, index) => ({group: `group ${index}`}));
	const one = await runStage(split({weights: {train: 0.5, test: 0.5}}), rows, {seed: 1});
	t.deepEqual(await runStage(split({weights: {test: 3, train: 3}}), rows, {seed: 2}), one);
	t.notDeepEqual(await runStage(split({weights: {test: 3, train: 3}, seed: 1}), rows), one);
});

test('moves only groups that must move when a split is widened', async (t) => {
	const groups = Array.from({length: 5000}, (_, index) => `group ${index}`);
	const narrow = await splitsOf(groups, {weights: {test: 0.1, train: 0.9}});
	const wide = await splitsOf(groups, {weights: {test: 0.2, train: 0.8}});
	t.true(narrow.every((value, row) => value !== 'test' || wide[row] === 'test'));
});

test('refuses weights that are none', (t) => {
	t.throws(() => split({weights: {train: 0}}), {code: 'usage', message: /expected a weight above 0/});
	t.throws(() => split({weights: {'Train Set': 1}}), {code: 'usage', message: /expected lower-case names/});
});
