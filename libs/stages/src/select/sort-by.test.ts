import {bool, float64, int32, int64, list, nullable, utf8, type AnyStep} from '@millrace/core';
import {runBarrier, testBarrier} from '@millrace/testing';
import test from 'ava';
import {sortBy} from './sort-by.ts';

const rows = [3, null, -1, 3, 0, 12, null, -1].map((stars, index) => ({stars, text: `row ${index}`}));

testBarrier(test, 'sort-by', {barrier: () => sortBy({by: {stars: nullable(int32)}}), rows});

const sorted = async (step: AnyStep, column: string, values: readonly unknown[]): Promise<unknown[]> =>
	(
		await runBarrier(
			step,
			values.map((value) => ({[column]: value})),
		)
	).rows.map(({row}) => row[column]);

const texts = ['b', 'a', '', 'a\0', 'ab', null, '\uffff', '\u{10000}', '\u00e9', 'B'];
const cases: readonly {
	readonly title: string;
	readonly step: AnyStep;
	readonly values: readonly unknown[];
	readonly after: readonly unknown[];
}[] = [
	{
		title: 'sorts text by code point, null last',
		step: sortBy({by: {v: nullable(utf8)}}),
		values: texts,
		after: ['', 'B', 'a', 'a\0', 'ab', 'b', '\u00e9', '\uffff', '\u{10000}', null],
	},
	{
		title: 'sorts text descending, null last',
		step: sortBy({by: {v: nullable(utf8)}, descending: true}),
		values: texts,
		after: ['\u{10000}', '\uffff', '\u00e9', 'b', 'ab', 'a\0', 'a', 'B', '', null],
	},
	{
		title: 'sorts numbers, NaN last',
		step: sortBy({by: {v: float64}}),
		values: [1.5, NaN, -Infinity, -2, 0, 1e300, -1e-9],
		after: [-Infinity, -2, -1e-9, 0, 1.5, 1e300, NaN],
	},
	{
		title: 'sorts numbers descending',
		step: sortBy({by: {v: int32}, descending: true}),
		values: [2, -5, 10],
		after: [10, 2, -5],
	},
	{
		title: 'sorts whole numbers of 64 bits',
		step: sortBy({by: {v: int64}}),
		values: [5n, -1n, 2n ** 63n - 1n, -(2n ** 63n), 0n],
		after: [-(2n ** 63n), -1n, 0n, 5n, 2n ** 63n - 1n],
	},
	{
		title: 'sorts false before true',
		step: sortBy({by: {v: bool}}),
		values: [true, false],
		after: [false, true],
	},
];

for (const {title, step, values, after} of cases) {
	test(title, async (t) => {
		t.deepEqual(await sorted(step, 'v', values), [...after]);
	});
}

test('sorts by several columns and keeps the source order of equal rows', async (t) => {
	const given = [
		['b', 1],
		['a', 2],
		['b', 0],
		['a', 2],
		['a', 1],
	].map(([name, stars], place) => ({name, stars, place}));
	const {rows: after} = await runBarrier(sortBy({by: {name: utf8, stars: int32}}), given);
	t.deepEqual(
		after.map(({row}) => row['place']),
		[4, 1, 3, 2, 0],
	);
});

test('lets the order of columns into its options, since it counts', (t) => {
	t.notDeepEqual(sortBy({by: {a: utf8, b: utf8}}).options, sortBy({by: {b: utf8, a: utf8}}).options);
});

test('refuses lists and unknown options', (t) => {
	t.throws(() => sortBy({by: {tokens: list(utf8)}}), {
		code: 'usage',
		message: /by\.tokens: expected the type of a column of scalars/,
	});
	const misspelt = {by: {a: utf8}, decending: true};
	t.throws(() => sortBy(misspelt), {code: 'usage', message: /did you mean "descending"/});
});
