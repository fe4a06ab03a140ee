import {defineStage, int32, pipeline, utf8} from '@millrace/core';
import {fromJsonl} from '@millrace/io';
import test from 'ava';
import {z} from 'zod';
import {LackingColumn, planRules, ruleFigures} from './rule-figures.ts';

const bounded = defineStage({
	name: 'bounded',
	needs: {text: utf8},
	adds: {size: int32},
	options: {least: z.number().default(2)},
	map: ({text}) => ({size: text.length}),
	rules: [
		{reason: 'small', score: ({size}) => size, dropIf: '<', threshold: 'least'},
		{
			reason: 'named',
			score: ({size, ...row}) => (size > 5 ? row.text.length : null),
			dropIf: '<',
			threshold: 'least',
		},
	],
});

const plan = pipeline('words', fromJsonl({files: 'none', columns: {text: utf8}}))
	.pipe(bounded({columns: {size: 'letters'}}))
	.filter('late', () => true);

const row = (fate: Parameters<ReturnType<typeof ruleFigures>['of']>[0]['fate'], values: object) => ({
	id: '',
	source: '',
	fate,
	values: {...values},
});

const kept = {kind: 'kept', split: 'train'} as const;

test('the rules of a plan are told with their stages', (t) => {
	t.deepEqual(
		planRules(plan).map(({stage, rule: {option, reason}}) => [stage, option, reason]),
		[
			['bounded', 'least', 'small'],
			['bounded', 'least', 'named'],
		],
	);
});

test('only columns that the rules take are read; one that is taken later is asked for', (t) => {
	const figures = ruleFigures(plan);
	t.deepEqual([...figures.columns], ['letters', 'text']);
	t.deepEqual(figures.of(row(kept, {letters: 3, text: 'abc'})), [3, null]);
});

test('a published row without a column that a rule takes asks for it once, then counts as not kept', (t) => {
	const other = pipeline('words', fromJsonl({files: 'none', columns: {text: utf8, size: int32}})).pipe(
		defineStage({
			name: 'late',
			needs: {text: utf8, size: int32},
			options: {least: z.number().default(2)},
			rules: [
				{
					reason: 'x',
					score: (each) => (each.size > 5 ? each.text.length : 0),
					dropIf: '<',
					threshold: 'least',
				},
			],
		})(),
	);
	const figures = ruleFigures(other);
	t.deepEqual([...figures.columns], ['size']);
	t.throws(() => figures.of(row(kept, {size: 9})), {instanceOf: LackingColumn});
	const again = ruleFigures(other, figures.columns);
	t.deepEqual(again.of(row(kept, {size: 9})), [undefined]);
	t.deepEqual(again.of(row(kept, {size: 9, text: 'abc'})), [3]);
});

test('a row that left is read as it was when it left', (t) => {
	const figures = ruleFigures(plan);
	const left = (stage: string, values: object) =>
		figures.of(row({kind: 'dropped', stage, reason: 'x'}, values));
	t.deepEqual(left('late', {text: 'abcdefg', letters: 7}), [7, 7]);
	t.deepEqual(left('bounded', {text: 'a', letters: 1}), [1, null]);
	t.deepEqual(left('jsonl', {}), [undefined, undefined]);
});
