import test from 'ava';
import {examples} from '../../fixtures/examples.ts';
import {crossPredict} from './cross-predict.ts';

const rows = examples(300);

test('predicts every row once, by classifiers that have not seen it', async (t) => {
	const {labels, predictions, evaluation} = await crossPredict(rows, {strengths: [4]});
	t.is(predictions.length, 300);
	for (const [row, {actual, probabilities, truth}] of predictions.entries()) {
		t.is(actual, rows[row]?.label ?? '');
		t.is(truth, probabilities[labels.indexOf(actual)] ?? -1);
	}
	t.true((evaluation.accuracy ?? 0) > 0.6);
	t.deepEqual(await crossPredict(rows, {strengths: [4]}), {labels, predictions, evaluation});
});

test('finds a label that was put wrong on purpose among the least probable', async (t) => {
	const wrong = rows.map((row, index) =>
		index === 7 ? {text: 'mortgage loan interest rate borrow repay', label: 'travel'} : row,
	);
	const {predictions} = await crossPredict(wrong, {strengths: [4]});
	const rank = predictions
		.toSorted((a, b) => a.truth - b.truth)
		.findIndex(({actual}, at) => at < 10 && actual === 'travel');
	t.true(rank >= 0);
	t.true((predictions[7]?.truth ?? 1) < 0.2);
});

test('gives a label that occurs once no probability', async (t) => {
	const {predictions, evaluation} = await crossPredict(
		[...rows.slice(0, 50), {text: 'alone', label: 'rare'}],
		{
			strengths: [4],
		},
	);
	t.is(predictions.at(-1)?.truth, 0);
	t.true(
		evaluation.notices.some((notice) => notice.startsWith('One label occurs once in training: "rare".')),
	);
});
