import type {AnyStep} from '@millrace/core';
import {testBarrier, testStage} from '@millrace/testing';
import test from 'ava';
import fc from 'fast-check';
import {runSteps} from '../../fixtures/run-steps.ts';
import {lineDedup} from './line-dedup.ts';

const boiler = 'Subscribe to our newsletter, it is free of charge.';
const line = (name: string): string => `This line stands in document ${name} alone, as it should.`;
const rows = [
	{text: `${boiler}\n${line('a')}\n${boiler}`},
	{text: `${line('b')}\n${boiler}\n`},
	{text: `${line('c')}\n}\n}\n`},
	{text: `  ${boiler}  `},
	{text: ''},
	{text: `${line('d')}\n}\n\n${line('b')}\n\n${line('e')}`},
];

testBarrier(test, 'line-dedup', {barrier: () => lineDedup(), rows, lookAhead: 100});
testStage(test, 'cut-lines', {
	stage: () => restOf(lineDedup()),
	rows: rows.map((row, at) => ({...row, spans_to_cut: at === 1 ? new Uint8Array(8) : null})),
});

function restOf({rest}: AnyStep): AnyStep {
	const [step] = rest?.steps ?? [];
	if (!step) throw new Error('expected a second step');
	return step;
}

test('an equal line stays in the first document, once, and a document of which nothing is left is dropped', async (t) => {
	const run = await runSteps(lineDedup(), rows);
	t.deepEqual(
		run.rows.map(({row}) => row),
		[
			{text: `${boiler}\n${line('a')}`, removed_units: 1, removed_characters: boiler.length + 1},
			{text: line('b'), removed_units: 1, removed_characters: boiler.length + 2},
			{text: `${line('c')}\n}\n}\n`, removed_units: 0, removed_characters: 0},
			{text: '', removed_units: 0, removed_characters: 0},
			{
				text: `${line('d')}\n}\n\n\n${line('e')}`,
				removed_units: 1,
				removed_characters: line('b').length + 1,
			},
		],
	);
	t.deepEqual(run.drops, [{row: 3, reason: 'repeated', score: 0}]);
});

const cases = [
	{
		title: 'paragraphs are compared as wholes',
		step: lineDedup({unit: 'paragraph'}),
		texts: [`${boiler}\n${line('a')}\n\n${boiler}`, `${boiler}\n${line('a')}\n\nx`, boiler],
		left: [`${boiler}\n${line('a')}\n\n${boiler}`, 'x'],
	},
	{
		title: 'two copies stay where two are asked for',
		step: lineDedup({copies: 2}),
		texts: [boiler, boiler, `${boiler}\nx`],
		left: [boiler, boiler, 'x'],
	},
	{
		title: 'no copy stays where none is asked for',
		step: lineDedup({copies: 0}),
		texts: [`x\n${boiler}`, `y\n${boiler}`, `${line('a')}\n${line('a')}`],
		left: ['x', 'y', line('a')],
	},
	{
		title: 'simplified lines are equal in spite of case, numbers and punctuation',
		step: lineDedup({compare: 'simplified'}),
		texts: ['Copyright 2019 by the authors of it.', 'x\nCOPYRIGHT (2024) by the authors of it'],
		left: ['Copyright 2019 by the authors of it.', 'x'],
	},
	{
		title: 'a document that is left too short is dropped, one that was short is not',
		step: lineDedup({minCharactersLeft: 10}),
		texts: [boiler, `${boiler}\nshort`, 'short'],
		left: [boiler, 'short'],
	},
];

for (const {title, step, texts, left} of cases) {
	test(title, async (t) => {
		const run = await runSteps(
			step,
			texts.map((text) => ({text})),
		);
		t.deepEqual(
			run.rows.map(({row}) => row['text']),
			left,
		);
	});
}

test('reads and rewrites a column of another name', async (t) => {
	const step = lineDedup({columns: {text: 'body', removed_units: 'lines'}});
	const run = await runSteps(step, [{body: boiler}, {body: `${boiler}\nx`}]);
	t.deepEqual(run.rows[1]?.row, {body: 'x', lines: 1, removed_characters: boiler.length + 1});
});

test('every line of a length stands once in all documents, and no other line is lost', async (t) => {
	const texts = fc.array(
		fc.array(
			fc.constantFrom(
				'',
				'short',
				'a long line, the first',
				'a long line, the second',
				' a long line, the first',
			),
			{
				maxLength: 6,
			},
		),
		{maxLength: 6},
	);
	await fc.assert(
		fc.asyncProperty(texts, async (documents) => {
			const given = documents.map((lines) => ({text: lines.join('\n')}));
			const run = await runSteps(lineDedup({minCharacters: 10, minCharactersLeft: 0}), given, [2, 3]);
			const all = run.rows.flatMap(({row}) => String(row['text']).split('\n')).map((one) => one.trim());
			const expected = new Set(
				documents
					.flat()
					.map((one) => one.trim())
					.filter((one) => one.length >= 10),
			);
			t.deepEqual(all.filter((one) => one.length >= 10).sort(), [...expected].sort());
			const short = (lines: readonly string[]) => lines.filter((one) => one === 'short').length;
			t.is(short(all), short(documents.flat()));
		}),
		{numRuns: 100},
	);
});

test('a megabyte of line ends or of one letter passes', async (t) => {
	for (const text of ['\n'.repeat(1_000_000), 'x'.repeat(1_000_000), ' \n'.repeat(500_000)]) {
		for (const unit of ['line', 'paragraph'] as const)
			t.is((await runSteps(lineDedup({unit}), [{text}])).rows[0]?.row['text'], text);
	}
});
