import {int32, nullable, utf8, type AnyRow} from '@millrace/core';
import {runBarrier, testBarrier} from '@millrace/testing';
import test from 'ava';
import fc from 'fast-check';
import {exactDedup} from './exact-dedup.ts';

const rows = ['a', 'b', 'a', '', 'c', 'b', 'a', '', 'A', 'a '].map((text, index) => ({
	text,
	stars: (index * 7) % 5,
	place: index,
}));
const places = (run: {readonly rows: readonly {readonly row: AnyRow}[]}): unknown[] =>
	run.rows.map(({row}) => row['place']);

testBarrier(test, 'exact-dedup, first', {barrier: () => exactDedup(), rows});
testBarrier(test, 'exact-dedup, largest', {
	barrier: () => exactDedup({keep: {largest: {stars: int32}}}),
	rows,
});
testBarrier(test, 'exact-dedup, several columns', {
	barrier: () => exactDedup({by: {text: utf8, stars: int32}}),
	rows: [...rows, ...rows],
});

test('keeps the first of equal rows, and says because of which others go', async (t) => {
	const ids = rows.map((_, index) => index.toString(16).padStart(32, '0'));
	const run = await runBarrier(exactDedup(), rows, {ids});
	t.deepEqual(places(run), [0, 1, 3, 4, 8, 9]);
	t.deepEqual(
		run.drops.map(({row, reason, because}) => [row, reason, because]),
		[
			[2, 'duplicate', ids[0]],
			[5, 'duplicate', ids[1]],
			[6, 'duplicate', ids[0]],
			[7, 'duplicate', ids[3]],
		],
	);
});

const cases = [
	{
		title: 'keeps the row with the largest of a column',
		step: exactDedup({keep: {largest: {stars: int32}}}),
		stars: [1, null, 3, 2],
		kept: [2],
	},
	{
		title: 'keeps the row with the smallest of a column',
		step: exactDedup({keep: {smallest: {stars: nullable(int32)}}}),
		stars: [null, 4, 3, 5],
		kept: [2],
	},
	{
		title: 'keeps the first where the largest is there twice',
		step: exactDedup({keep: {largest: {stars: int32}}}),
		stars: [1, 9, 9],
		kept: [1],
	},
];

for (const {title, step, stars, kept} of cases) {
	test(title, async (t) => {
		t.deepEqual(
			places(
				await runBarrier(
					step,
					stars.map((value, place) => ({text: 'same', stars: value, place})),
				),
			),
			kept,
		);
	});
}

test('compares several columns without mixing them up', async (t) => {
	const given = [
		['ab', 'c'],
		['a', 'bc'],
		['ab', 'c'],
		['ab', null],
		['ab', null],
		[null, null],
		[null, null],
	].map(([a, b], place) => ({a, b, place}));
	t.deepEqual(
		places(await runBarrier(exactDedup({by: {a: nullable(utf8), b: nullable(utf8)}}), given)),
		[0, 1, 3, 5, 6],
	);
});

test('keeps rows whose text is null, but one of those whose text is empty', async (t) => {
	const given = [null, '', null, ''].map((text, place) => ({text, place}));
	t.deepEqual(places(await runBarrier(exactDedup({by: {text: nullable(utf8)}}), given)), [0, 1, 2]);
});

test('keeps the first of each text, for any texts', async (t) => {
	await fc.assert(
		fc.asyncProperty(fc.array(fc.string({unit: 'binary', maxLength: 3})), async (texts) => {
			const run = await runBarrier(
				exactDedup(),
				texts.map((text, place) => ({text, place})),
				{partitions: [3, 5], keyRows: 2},
			);
			t.deepEqual(
				places(run),
				texts.flatMap((text, place) => (texts.indexOf(text) === place ? [place] : [])),
			);
		}),
	);
});
