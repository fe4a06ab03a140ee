import {writeFileSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {evaluationSet} from '@millrace/text';
import {runStage, testStage} from '@millrace/testing';
import test from 'ava';
import {decontaminate} from './decontaminate.ts';

const folder = mkdtempSync(join(tmpdir(), 'millrace-decontaminate-'));
test.after.always(() => {
	rmSync(folder, {recursive: true});
});
const question =
	'A farmer has seventeen sheep and all but nine of them run away in the night. How many sheep does the farmer have left?';
writeFileSync(
	join(folder, 'sheep.jsonl'),
	[question, 'What do cows really drink at night?', 'Yes.']
		.map((text) => JSON.stringify({question: text}))
		.join('\n'),
);
const sheep = evaluationSet({name: 'sheep', file: join(folder, 'sheep.jsonl'), text: 'question'});
const rows = [
	{text: ''},
	{text: 'Nothing to see. Yes.'},
	{text: `\u{1f411} Riddle: ${question.toUpperCase()} Ha.`},
	{text: 'I read that all but nine of them run away in the night, and laughed.'},
	{text: 'So: what do cows really drink at night?'},
];

testStage(test, 'decontaminate', {stage: () => decontaminate({against: [sheep]}), rows});
testStage(test, 'decontaminate, all forms', {
	stage: () =>
		decontaminate({
			against: [sheep],
			n: 5,
			forms: ['raw', 'normalized', 'stemmed'],
			words: null,
			share: null,
		}),
	rows,
});

test('drops rows with a long run of an item, and rows that hold most of one', async (t) => {
	const {rows: out, drops} = await runStage(decontaminate({against: [sheep], n: 8}), rows);
	t.deepEqual(
		drops.map(({row, reason, score}) => [row, reason, score]),
		[
			[2, 'contaminated-run', 24],
			[4, 'contaminated-share', 1],
		],
	);
	t.deepEqual(
		out.map(({row}) => [row['overlap_words'], row['overlap_sets']]),
		[
			[0, ''],
			[0, ''],
			[10, 'sheep'],
		],
	);
});

test('keeps what was found where, and changes no row without bounds', async (t) => {
	const step = decontaminate({against: [sheep], n: 8, words: null, share: null});
	const {rows: out, drops} = await runStage(step, rows);
	t.deepEqual(drops, []);
	t.deepEqual(
		out.map(({row}) => row['overlaps']),
		[
			[],
			[],
			[
				{
					set: 'sheep',
					item: 0,
					form: 'normalized',
					start: 10,
					end: 10 + question.length - 1,
					words: 24,
					matched: question.slice(0, -1).toUpperCase(),
				},
			],
			[
				{
					set: 'sheep',
					item: 0,
					form: 'normalized',
					start: 12,
					end: 54,
					words: 10,
					matched: 'all but nine of them run away in the night',
				},
			],
			[
				{
					set: 'sheep',
					item: 1,
					form: 'normalized',
					start: 4,
					end: 38,
					words: 7,
					matched: 'what do cows really drink at night',
				},
			],
		],
	);
});

testStage(test, 'decontaminate, datatrove', {
	stage: () => decontaminate({against: [sheep], dialect: 'datatrove-0.10'}),
	rows,
});

test('by the rule of datatrove drops rows with 12 words of a label in a row', async (t) => {
	const {rows: out, drops} = await runStage(decontaminate({against: [sheep], dialect: 'datatrove-0.10'}), [
		...rows,
		{text: 'sheep and ALL but: nine of them (run) away in the night; how'},
	]);
	t.deepEqual(
		drops.map(({row, reason, score}) => [row, reason, score]),
		[
			[2, 'contaminated-run', 24],
			[5, 'contaminated-run', 13],
		],
	);
	t.is(out.length, 4);
	// @ts-expect-error the dialect decides the forms
	t.throws(() => decontaminate({against: [sheep], dialect: 'datatrove-0.10', forms: ['raw']}), {
		code: 'usage',
	});
});

test('the fingerprint follows the bytes of the evaluation', (t) => {
	const options = JSON.stringify(decontaminate({against: [sheep]}).options);
	t.true(options.includes(sheep.identity.sha256));
	t.false(options.includes('farmer'));
	t.false(options.includes(folder));
});

test('what is no evaluation is an error', (t) => {
	// @ts-expect-error a path is no evaluation set
	t.throws(() => decontaminate({against: ['sheep.jsonl']}), {
		code: 'usage',
		message: /against\.0: expected an evaluation set, such as evaluationSet\(\{name, file\}\)/,
	});
});
