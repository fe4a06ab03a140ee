import test from 'ava';
import {examples} from '../../fixtures/examples.ts';
import {evaluate} from './evaluate.ts';
import {trainClassifier} from './train-classifier.ts';

const classifier = await trainClassifier(examples(300));

test('judges a stream of more rows than a batch holds, each once', async (t) => {
	async function* stream() {
		yield* await Promise.resolve(examples(1500, 2));
	}
	const {rows, accuracy, brier, confusion, labels} = await evaluate(classifier, stream());
	t.is(rows, 1500);
	t.is(
		confusion.reduce((sum, {count}) => sum + count, 0),
		1500,
	);
	t.is(
		labels.reduce((sum, {support}) => sum + support, 0),
		1500,
	);
	const predictions = classifier.predict(examples(1500, 2).map(({text}) => text));
	const right = examples(1500, 2).filter(({label}, row) => predictions[row]?.label === label).length;
	t.is(accuracy, right / 1500);
	const squares = examples(1500, 2).map(({label}, row) =>
		classifier.labels.reduce(
			(sum, name, k) => sum + ((predictions[row]?.probabilities[k] ?? 0) - (name === label ? 1 : 0)) ** 2,
			0,
		),
	);
	t.true(Math.abs((brier ?? 0) - squares.reduce((a, b) => a + b, 0) / 1500) < 1e-9);
});

test('counts rows of a label that training lacked as wrong, and says so', async (t) => {
	const {labels, notices} = await evaluate(classifier, [
		{text: 'my card', label: 'cards'},
		{text: 'a fee', label: 'fees'},
	]);
	t.deepEqual(
		labels.find(({label}) => label === 'fees'),
		{
			...{label: 'fees', trained: 0, support: 1, predicted: 0},
			...{precision: null, recall: 0, f1: 0},
		},
	);
	t.true(notices.some((notice) => notice.startsWith('One label is absent from training: "fees".')));
});

test('has no figures of no rows', async (t) => {
	const {rows, accuracy, interval, macroF1, mcc, notices} = await evaluate(classifier, []);
	t.deepEqual(
		{rows, accuracy, interval, macroF1, mcc},
		{...{rows: 0, accuracy: null, interval: null}, macroF1: null, mcc: null},
	);
	t.deepEqual(notices, ['There are no held-out rows, so there is nothing to measure.']);
});
