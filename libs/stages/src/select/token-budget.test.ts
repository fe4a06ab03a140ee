import {float64, int32, nullable} from '@millrace/core';
import {runBarrier, testBarrier} from '@millrace/testing';
import test from 'ava';
import {tokenBudget} from './token-budget.ts';

const rows = [0.3, 0.9, null, 0.5, 0.1].map((score, place) => ({token_count: 10, score, place}));
const largest = {largest: {score: nullable(float64)}};

testBarrier(test, 'token-budget, random', {barrier: () => tokenBudget({tokens: 25}), rows});
testBarrier(test, 'token-budget, largest', {barrier: () => tokenBudget({tokens: 25, choose: largest}), rows});

const kept = async (options: Parameters<typeof tokenBudget>[0], seed = 0) =>
	(await runBarrier(tokenBudget(options), rows, {seed})).rows.map(({source}) => source);

test('those with the largest or smallest figure are kept, null last', async (t) => {
	const by = async (choose: NonNullable<Parameters<typeof tokenBudget>[0]['choose']>, tokens: number) =>
		(await runBarrier(tokenBudget({tokens, choose}), rows)).rows.map(({source}) => source);
	t.deepEqual(await by(largest, 20), [1, 3]);
	t.deepEqual(await by({smallest: {score: nullable(float64)}}, 20), [0, 4]);
	t.deepEqual(await by(largest, 40), [0, 1, 3, 4]);
});

test('a random choice keeps to the budget, by the seed of the run', async (t) => {
	const choices = await Promise.all([1, 2, 3, 4, 5].map(async (seed) => kept({tokens: 20}, seed)));
	t.true(choices.every(({length}) => length === 2));
	t.true(new Set(choices.map((choice) => choice.join())).size > 1);
});

test('the first row that does not fit ends the budget, with the tokens up to it as its score', async (t) => {
	const mixed = [10, 50, 5].map((token_count, score) => ({token_count, score}));
	const choose = {smallest: {score: int32}};
	const {drops} = await runBarrier(tokenBudget({tokens: 20, choose}), mixed);
	t.deepEqual(drops, [
		{row: 1, reason: 'over-budget', score: 60},
		{row: 2, reason: 'over-budget', score: 65},
	]);
});

test('of equal rows neither short nor early ones are preferred', async (t) => {
	const equal = Array.from({length: 40}, (_, place) => ({token_count: place < 20 ? 1 : 2, score: 1}));
	const choose = {largest: {score: int32}};
	const {rows: some} = await runBarrier(tokenBudget({tokens: 30, choose}), equal);
	t.true(some.some(({source}) => source >= 20) && some.some(({source}) => source < 20));
});
