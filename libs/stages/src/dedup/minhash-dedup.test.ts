import {int32, type AnyRow} from '@millrace/core';
import {minhashTwin} from '@millrace/kernels';
import {runBarrier, testBarrier, type BarrierRun} from '@millrace/testing';
import {simplifyText} from '@millrace/text';
import test from 'ava';
import fc from 'fast-check';
import {nearTexts} from '../../fixtures/near-texts.ts';
import {minhashDedup} from './minhash-dedup.ts';

const rows = nearTexts({seed: 3, families: 12, copies: 3, words: 80}).map((text, place) => ({
	text,
	stars: (place * 7) % 5,
	source: ['web', 'wiki', 'books'][place % 3] ?? '',
	place,
}));

const places = (run: BarrierRun): unknown[] => run.rows.map(({row}) => row['place']);
const idOf = (place: unknown): string => Number(place).toString(16).padStart(32, '0');
const ids = rows.map((_, place) => idOf(place));
const lookAhead = 10_000;

testBarrier(test, 'minhash-dedup', {barrier: () => minhashDedup(), rows, lookAhead});
testBarrier(test, 'minhash-dedup, verified', {
	barrier: () => minhashDedup({verify: 0.7, keep: 'longest'}),
	rows,
	lookAhead,
});
testBarrier(test, 'minhash-dedup, annotating', {
	barrier: () => minhashDedup({mode: 'annotate', keep: {prefer: {source: ['books', 'wiki']}}}),
	rows,
	lookAhead,
});

/** Clusters by comparing every two signatures, without keys, sorting or sets. */
function bruteClusters(texts: readonly string[], buckets: number, hashesPerBucket: number): number[][] {
	const signatures = texts.map((text) =>
		minhashTwin(simplifyText(text).split(' ').filter(Boolean), {
			ngrams: 5,
			hashes: buckets * hashesPerBucket,
			seed: 1,
			hash: 'xxhash',
			precision: 64,
		}),
	);
	const bucketOf = (row: number, bucket: number) =>
		signatures[row]?.slice(bucket * hashesPerBucket, (bucket + 1) * hashesPerBucket).join();
	const cluster = texts.map((_, row) => row);
	for (let a = 0; a < texts.length; a++) {
		for (let b = 0; b < a; b++) {
			if (!signatures[a] || !signatures[b]) continue;
			if (!Array.from({length: buckets}).some((_, at) => bucketOf(a, at) === bucketOf(b, at))) continue;
			const [from, to] = [cluster[a], cluster[b]];
			for (const [row, one] of cluster.entries()) if (one === from) cluster[row] = to ?? row;
		}
	}
	const members = Map.groupBy(texts.keys(), (row) => cluster[row]);
	return [...members.values()].filter((all) => all.length > 1).sort(([a = 0], [b = 0]) => a - b);
}

const clustersOf = (run: BarrierRun): unknown[][] =>
	[...Map.groupBy(run.rows, ({row}) => row['cluster_id'])]
		.filter(([id]) => id !== null && id !== undefined)
		.map(([, members]) => members.map(({source}) => source));

test('clusters are what is connected by equal buckets, found by comparing all pairs', async (t) => {
	for (const [buckets, hashesPerBucket] of [
		[14, 8],
		[5, 3],
		[20, 2],
	] as const) {
		const run = await runBarrier(minhashDedup({mode: 'annotate', buckets, hashesPerBucket}), rows, {ids});
		const expected = bruteClusters(
			rows.map(({text}) => text),
			buckets,
			hashesPerBucket,
		);
		t.true(expected.length > 3);
		t.deepEqual(clustersOf(run), expected);
	}
});

test('keeps the first of each cluster, drops the others because of it, and says how similar they are', async (t) => {
	const annotated = await runBarrier(minhashDedup({mode: 'annotate'}), rows, {ids});
	const run = await runBarrier(minhashDedup(), rows, {ids});
	t.true(run.drops.length > 10);
	for (const {row, reason, because, score} of run.drops) {
		t.is(reason, 'near-duplicate');
		t.is(String(because), String(annotated.rows[row]?.row['duplicate_of']));
		t.true(Number.parseInt(String(because), 16) < row);
		t.true((score ?? -1) > 0.3 && (score ?? 2) <= 1);
	}
	for (const {row, source} of run.rows) {
		if (row['cluster_id'] === undefined) continue;
		t.deepEqual([row['cluster_id']], [ids[source]]);
		t.is(row['cluster_size'], 1 + run.drops.filter(({because}) => because === ids[source]).length);
		t.is(row['duplicate_of'], null);
	}
});

const same = 'one two three four five six seven eight';
const keepCases = [
	{title: 'the first', keep: 'first' as const, kept: [0]},
	{title: 'the longest, the first of equals', keep: 'longest' as const, kept: [1]},
	{title: 'the largest of a column', keep: {largest: {stars: int32}}, kept: [2]},
	{title: 'the smallest of a column', keep: {smallest: {stars: int32}}, kept: [0]},
	{title: 'that of a preferred source', keep: {prefer: {source: ['wiki', 'books']}}, kept: [3]},
	{title: 'the first where no source is preferred', keep: {prefer: {source: ['none']}}, kept: [0]},
];
for (const {title, keep, kept} of keepCases) {
	test(`keeps ${title}`, async (t) => {
		const given: readonly AnyRow[] = [
			{text: same, stars: 1, source: 'web', place: 0},
			{text: `${same}!!`, stars: 2, source: null, place: 1},
			{text: `${same}!`, stars: 4, source: 'books', place: 2},
			{text: `${same}??`, stars: 3, source: 'wiki', place: 3},
		];
		t.deepEqual(places(await runBarrier(minhashDedup({keep}), given)), kept);
	});
}

/** Jaccard's index of the sets of shingles, from words. */
function shingleJaccard(a: string, b: string): number {
	const shingles = (text: string) => {
		const words = simplifyText(text).split(' ');
		return new Set(words.slice(4).map((_, at) => words.slice(at, at + 5).join(' ')));
	};
	const [one, other] = [shingles(a), shingles(b)];
	return one.intersection(other).size / one.union(other).size;
}

test('a verified duplicate is as similar to the kept row as told, exactly, and no two kept rows of a cluster are', async (t) => {
	const verify = 0.8;
	const all = {buckets: 20, hashesPerBucket: 2};
	const candidates = clustersOf(await runBarrier(minhashDedup({...all, mode: 'annotate'}), rows, {ids}));
	const run = await runBarrier(minhashDedup({...all, verify}), rows, {ids});
	t.true(run.drops.length > 3);
	const text = (place: unknown) => rows[Number(place)]?.text ?? '';
	for (const {row, because, score} of run.drops) {
		t.is(score, shingleJaccard(text(Number.parseInt(String(because), 16)), text(row)));
		t.true((score ?? 0) >= verify);
	}
	const kept = new Set(places(run));
	let compared = 0;
	for (const cluster of candidates) {
		const left = cluster.filter((row) => kept.has(row));
		for (const a of left)
			for (const b of left) {
				if (a === b) continue;
				compared++;
				t.true(shingleJaccard(text(a), text(b)) < verify);
			}
	}
	t.true(compared > 3, 'the rows have no candidate that verification keeps');
});

test('texts with fewer words than a shingle are alone, also where they are equal', async (t) => {
	const given = ['a b c d', 'a b c d', '', '', 'a b c d e', 'A, b: c d e.'].map((text, place) => ({
		text,
		place,
	}));
	t.deepEqual(places(await runBarrier(minhashDedup(), given)), [0, 1, 2, 3, 4]);
});

test('cuts words as told, and levels no more than told', async (t) => {
	const given = ['a1b2c', 'A1B2C', 'a9b9c'].map((text, place) => ({text, place}));
	const words = (text: string) => Array.from(text);
	t.deepEqual(places(await runBarrier(minhashDedup({words, ngrams: 3}), given)), [0]);
	const simplify = {lowercase: false, numbers: false};
	t.deepEqual(places(await runBarrier(minhashDedup({words, ngrams: 3, simplify}), given)), [0, 1, 2]);
});

test('reads and adds columns of other names', async (t) => {
	const step = minhashDedup({columns: {text: 'body', cluster_id: 'family'}});
	const {rows: kept} = await runBarrier(step, [{body: same}, {body: same}], {
		ids: [idOf(0), idOf(1)],
	});
	t.deepEqual(kept[0]?.row, {
		body: same,
		family: '0'.repeat(32),
		cluster_size: 2,
		duplicate_of: null,
	});
});

test('equal texts of five words or more are one cluster, whatever else there is', async (t) => {
	const text = fc
		.array(fc.constantFrom('ab', 'c', 'd\u00e9', '\u4e2d'), {maxLength: 9})
		.map((words) => words.join(' '));
	await fc.assert(
		fc.asyncProperty(fc.array(text, {maxLength: 12}), async (texts) => {
			const given = texts.map((one, place) => ({text: one, place}));
			const run = await runBarrier(minhashDedup({verify: 1}), given, {partitions: [3, 2], keyRows: 4});
			const left = run.rows.map(({row}) => row['text']);
			const long = left.filter((one) => String(one).split(' ').length >= 5);
			t.is(new Set(long).size, long.length);
			t.deepEqual(new Set(left), new Set(texts));
		}),
		{numRuns: 60},
	);
});
