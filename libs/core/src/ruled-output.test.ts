import test from 'ava';
import {z} from 'zod';
import {runStep} from '../fixtures/run-step.ts';
import {int32, utf8} from './column.ts';
import {defineStage} from './define-stage.ts';
import type {Rule} from './rule.ts';

const declared = {
	needs: {text: utf8},
	adds: {letters: int32},
	options: {least: z.int().nullable().default(2), most: z.int().default(4)},
} as const;

const rules = [
	{reason: 'few', score: ({letters}) => letters, dropIf: '<', threshold: 'least'},
	{
		reason: 'shouted',
		score: ({text, letters}) => (text.endsWith('!') ? letters : null),
		dropIf: '<',
		threshold: 'most',
	},
] satisfies readonly Rule<
	{readonly text: string; readonly letters: number},
	{readonly least: number | null; readonly most: number},
	'least' | 'most'
>[];

const letters = (text: string): number => text.replaceAll('!', '').length;

const byRow = defineStage({
	...declared,
	name: 'letters',
	map({text}) {
		if (text === 'fault') throw new Error('as asked');
		return text === 'own' ? {drop: 'own'} : {letters: letters(text)};
	},
	rules,
});

const byBatch = defineStage({
	...declared,
	name: 'letters',
	batch: ({columns: {text}, length}) => ({
		length,
		columns: {letters: Array.from(text, letters)},
	}),
	rules,
});

const bySlowRow = defineStage({
	...declared,
	name: 'letters',
	queue: () => ({concurrency: 1, batchRows: 10}),
	map: async ({text}) => Promise.resolve({letters: letters(text)}),
	rules,
});

for (const [title, stage] of Object.entries({map: byRow, batch: byBatch, 'a slow map': bySlowRow})) {
	test(`rules bound the figures that ${title} adds, and a dropped row keeps them`, async (t) => {
		const {drops, ...output} = await runStep(
			stage(),
			['a', 'abc', 'abc!', 'abcd!'].map((text) => ({text})),
		);
		t.deepEqual(output, {length: 2, columns: {letters: [3, 4]}, source: Int32Array.of(1, 3)});
		t.deepEqual(drops, [
			{row: 0, reason: 'few', score: 1, adds: {letters: 1}},
			{row: 2, reason: 'shouted', score: 3, adds: {letters: 3}},
		]);
	});
}

test('rows that the stage itself drops or quarantines stay so, in order', async (t) => {
	const rows = ['own', 'a', 'fault', 'abc'].map((text) => ({text}));
	const {length, source, drops, quarantines} = await runStep(byRow(), rows);
	t.deepEqual([length, source], [1, Int32Array.of(3)]);
	t.deepEqual(
		drops?.map(({row, reason}) => [row, reason]),
		[
			[0, 'own'],
			[1, 'few'],
		],
	);
	t.deepEqual(quarantines, [{row: 2, error: 'as asked'}]);
});

test('a stage that makes several rows of one has no rules', async (t) => {
	const parts = defineStage({
		...declared,
		name: 'parts',
		map: ({text}) => text.split(' ').map((word) => ({letters: word.length})),
		rules,
	});
	const error = await t.throwsAsync(async () => runStep(parts(), [{text: 'a b'}]));
	t.is(
		error.message,
		'stage parts: expected at most one row of each, since it has rules, found several; put the rules into a stage after it.',
	);
});
