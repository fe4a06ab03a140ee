import {runBarrier, testBarrier} from '@millrace/testing';
import test from 'ava';
import {mix} from './mix.ts';

const rows = [
	...Array.from({length: 90}, () => ({source: 'web', token_count: 100})),
	...Array.from({length: 10}, () => ({source: 'books', token_count: 100})),
	{source: null, token_count: 100},
];

testBarrier(test, 'mix', {
	barrier: () => mix({temperature: 2, maxRepeats: 3, tokens: 5000}),
	rows: [...rows.slice(80, 100), {source: null, token_count: 7}, {source: 'web', token_count: 0}],
});

/** Tokens of each source, repeats counted. */
async function mixed(
	options?: Parameters<typeof mix>[0],
	from: readonly (typeof rows)[number][] = rows,
	seed = 0,
) {
	const {rows: kept} = await runBarrier(mix(options), from, {seed});
	const sums: Record<string, number> = {};
	for (const {row} of kept)
		sums[String(row['source'])] =
			(sums[String(row['source'])] ?? 0) + Number(row['repeats']) * Number(row['token_count']);
	return sums;
}

test('at temperature 1 and without a budget every row is seen once', async (t) => {
	t.deepEqual(await mixed(), {null: 100, books: 1000, web: 9000});
});

test('no row is lost to rounding', async (t) => {
	for (let size = 1; size < 60; size++) {
		const some = Array.from({length: size}, (_, index) => ({
			source: `s${index % 7}`,
			token_count: 1 + ((index * 7919) % 1000),
		}));
		t.is((await runBarrier(mix(), some)).rows.length, size);
	}
});

test('a budget is shared by tokens', async (t) => {
	t.deepEqual(await mixed({tokens: 5050}), {books: 500, web: 4500});
});

test('a higher temperature gives small sources more, by repeats up to the cap', async (t) => {
	const {books = 0, web = 0} = await mixed({temperature: 2, maxRepeats: 4}, rows.slice(0, 100));
	t.deepEqual([books, web], [2500, 7500]);
	t.deepEqual(await mixed({temperature: 1e6, maxRepeats: 2}, rows.slice(0, 100)), {books: 2000, web: 8000});
});

test('no source passes its quota, and the first row that does not fit ends it', async (t) => {
	const long = [500, 500, 500, 10, 10, 10].map((token_count) => ({source: 'a', token_count}));
	for (let seed = 0; seed < 10; seed++) {
		const {a = 0} = await mixed({tokens: 700}, long, seed);
		t.true(a <= 700);
	}
});

test('weights name the shares; a source without one is dropped with its quota', async (t) => {
	t.deepEqual(await mixed({weights: {books: 1, web: 1}, tokens: 1000}), {books: 500, web: 500});
	const {drops} = await runBarrier(mix({weights: {web: 1}}), rows);
	t.is(drops.length, 11);
	t.true(drops.every(({reason, score}) => reason === 'over-quota' && score === 0));
});

test('the seed of the run chooses the rows', async (t) => {
	const kept = async (seed: number) =>
		(await runBarrier(mix({tokens: 2000}), rows, {seed})).rows.map(({source}) => source).join();
	t.not(await kept(1), await kept(2));
	t.is(await kept(1), await kept(1));
});
