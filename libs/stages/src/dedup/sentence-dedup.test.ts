import {testBarrier, testStage} from '@millrace/testing';
import test from 'ava';
import {runSteps} from '../../fixtures/run-steps.ts';
import {sentenceDedup} from './sentence-dedup.ts';

const sentence = (name: string): string =>
	`The sentence of ${name} has more than a few words, which nobody counts.`;
const own = (name: string, count: number): string =>
	Array.from({length: count}, (_, at) => sentence(`${name} ${'abcdefghij'[at] ?? ''}`)).join(' ');
const shared = ['one', 'two', 'three', 'four'].map(sentence).join(' ');

const rows = [
	{text: `${own('first', 3)} ${shared}`},
	{text: `${own('second', 5)} ${shared} ${own('end', 1)}`},
	{text: shared},
	{text: `${own('third', 2)} ${sentence('one')} ${sentence('two')}`},
	{text: ''},
	{text: '... !!! ???'},
	{text: `${own('same', 3)} ${own('gap', 4)} ${own('same', 3)}`},
];

testBarrier(test, 'sentence-dedup', {barrier: () => sentenceDedup(), rows, lookAhead: 100});
testStage(test, 'cut-sentences', {
	stage: () => {
		const [step] = sentenceDedup().rest?.steps ?? [];
		if (!step) throw new Error('expected a second step');
		return step;
	},
	rows: rows.map((row) => ({...row, spans_to_cut: null})),
});

test('spans of three sentences stay where they stand first, and documents of which too little is left are dropped', async (t) => {
	const run = await runSteps(sentenceDedup(), rows);
	t.deepEqual(
		run.rows.map(({row}) => [row['text'], row['removed_sentences']]),
		[
			[rows[0]?.text, 0],
			[`${own('second', 5)} ${own('end', 1)}`, 4],
			[rows[3]?.text, 0],
			['', 0],
			['... !!! ???', 0],
			[`${own('same', 3)} ${own('gap', 4)} `, 3],
		],
	);
	t.deepEqual(run.drops, [{row: 2, reason: 'repeated-sentences', score: 0}]);
});

const limits = [
	{title: 'fewer words than asked', options: {minWords: 60, minSentences: 0}, left: 3, score: 48},
	{title: 'fewer sentences than asked', options: {minWords: 0, minSentences: 5}, left: 4, score: 4},
];
for (const {title, options, left, score} of limits) {
	test(`a changed document with ${title} is dropped, with what is left as the score`, async (t) => {
		const run = await runSteps(sentenceDedup(options), [
			{text: shared},
			{text: `${own('x', left)} ${shared}`},
		]);
		t.deepEqual(run.drops, [{row: 1, reason: 'repeated-sentences', score}]);
	});
}
