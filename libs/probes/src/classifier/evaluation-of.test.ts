import test from 'ava';
import {evaluationOf, type Judged} from './evaluation-of.ts';

const row = (actual: string, predicted: string, score: number, truth: number): Judged => ({
	...{actual, predicted, score, truth},
	square: score ** 2 + (1 - score) ** 2,
});

const judged = [
	row('a', 'a', 0.8, 0.8),
	row('a', 'a', 0.6, 0.6),
	row('a', 'b', 0.7, 0.3),
	row('b', 'b', 0.9, 0.9),
];
const evaluation = evaluationOf(judged, {labels: ['a', 'b', 'c'], counts: [3, 6, 1]});

test('accuracy, majority and interval', (t) => {
	t.is(evaluation.accuracy, 0.75);
	t.deepEqual(evaluation.majority, {label: 'b', accuracy: 0.25});
	const [low, high] = evaluation.interval ?? [0, 0];
	// R: prop.test(3, 4, correct = FALSE)
	t.true(Math.abs(low - 0.3006418) < 1e-6 && Math.abs(high - 0.9544127) < 1e-6, `${low} to ${high}`);
});

test('macro F1 and Matthews correlation', (t) => {
	// F1 of a is 2*2/(3+2), of b 2*1/(1+2); c is not borne.
	t.true(Math.abs((evaluation.macroF1 ?? 0) - (0.8 + 2 / 3) / 2) < 1e-12);
	// Two classes: (TP*TN - FP*FN) / sqrt(...), a as positive: TP 2, TN 1, FP 0, FN 1.
	t.true(Math.abs((evaluation.mcc ?? 0) - 2 / Math.sqrt(2 * 3 * 1 * 2)) < 1e-12);
});

test('calibration: ECE, Brier and log loss', (t) => {
	// Each score is alone in its bin.
	t.true(Math.abs((evaluation.ece ?? 0) - (0.2 + 0.4 + 0.7 + 0.1) / 4) < 1e-12);
	const brier = (2 * 0.2 ** 2 + 2 * 0.4 ** 2 + 2 * 0.7 ** 2 + 2 * 0.1 ** 2) / 4;
	t.true(Math.abs((evaluation.brier ?? 0) - brier) < 1e-12);
	const loss = -[0.8, 0.6, 0.3, 0.9].reduce((sum, p) => sum + Math.log(p), 0) / 4;
	t.true(Math.abs((evaluation.logLoss ?? 0) - loss) < 1e-12);
});

test('figures of each label, and pairs that occur', (t) => {
	t.deepEqual(evaluation.labels, [
		{label: 'a', trained: 3, support: 3, predicted: 2, precision: 1, recall: 2 / 3, f1: 0.8},
		{label: 'b', trained: 6, support: 1, predicted: 2, precision: 0.5, recall: 1, f1: 2 / 3},
		{label: 'c', trained: 1, support: 0, predicted: 0, precision: null, recall: null, f1: null},
	]);
	t.deepEqual(evaluation.confusion, [
		{actual: 'a', predicted: 'a', count: 2},
		{actual: 'a', predicted: 'b', count: 1},
		{actual: 'b', predicted: 'b', count: 1},
	]);
});

test('a constant side has no correlation', (t) => {
	t.is(evaluationOf([row('a', 'a', 1, 1)], {labels: ['a'], counts: [1]}).mcc, 0);
});
