import {runBarrier, testBarrier} from '@millrace/testing';
import test from 'ava';
import {balanceLabels} from './balance-labels.ts';

const rows = [...Array.from('aaaaaaabbbcc'), null, null].map((label) => ({label}));

testBarrier(test, 'balance-labels', {barrier: () => balanceLabels({ratio: 1.5}), rows});

const counts = async (options?: Parameters<typeof balanceLabels>[0], from: typeof rows = rows, seed = 0) => {
	const run = await runBarrier(balanceLabels(options), from, {seed});
	const found: Record<string, number> = {};
	for (const {row} of run.rows) found[String(row['label'])] = (found[String(row['label'])] ?? 0) + 1;
	return found;
};

test('every label keeps as many rows as the smallest, rows without one stay', async (t) => {
	t.deepEqual(await counts(), {a: 2, b: 2, c: 2, null: 2});
});

test('a ratio lets larger labels keep more', async (t) => {
	t.deepEqual(await counts({ratio: 1.5}), {a: 3, b: 3, c: 2, null: 2});
	t.deepEqual(await counts({ratio: 100}), {a: 7, b: 3, c: 2, null: 2});
});

test('a rare label may be kept out of it', async (t) => {
	t.deepEqual(await counts({ignoreBelow: 3}), {a: 3, b: 3, c: 2, null: 2});
	t.deepEqual(await counts({ignoreBelow: 100}), {a: 7, b: 3, c: 2, null: 2});
});

test('drops have their place in the label, and the seed of the run chooses', async (t) => {
	const {drops} = await runBarrier(balanceLabels(), rows);
	t.deepEqual(
		drops
			.filter(({row}) => row < 7)
			.map(({score}) => score)
			.sort(),
		[3, 4, 5, 6, 7],
	);
	const kept = async (seed: number) =>
		(await runBarrier(balanceLabels(), rows, {seed})).rows.map(({source}) => source);
	const choices = await Promise.all([1, 2, 3, 4].map(kept));
	t.true(new Set(choices.map((choice) => choice.join())).size > 1);
});

test('without labels all rows stay', async (t) => {
	t.deepEqual(await counts({}, [{label: null}]), {null: 1});
});
