import test from 'ava';
import {examples} from '../../fixtures/examples.ts';
import {partsOf} from './classifier-of.ts';
import {trainClassifier} from './train-classifier.ts';

const classifier = await trainClassifier(examples(400));

test('names the words that speak for a label, the strongest first', (t) => {
	const found = classifier.topFeatures('loans', 8);
	t.is(found.length, 8);
	t.true(
		found.some(({feature}) => feature === 'mortgage' || feature === 'loan'),
		JSON.stringify(found),
	);
	const weights = found.map(({weight}) => weight);
	t.deepEqual(
		weights,
		weights.toSorted((a, b) => b - a),
	);
	t.true(weights.every((weight) => weight > 0));
});

test('refuses a label that it does not know, and a classifier that is none', (t) => {
	t.throws(() => classifier.topFeatures('fees'), {
		message: 'classifier: expected one of its 3 labels, found "fees"; ask for one of `labels`.',
	});
	t.throws(() => partsOf({...classifier}), {code: 'usage'});
});

test('predicts texts alone as it does together', (t) => {
	const texts = examples(20, 5).map(({text}) => text);
	t.deepEqual(
		texts.flatMap((text) => classifier.predict([text])),
		classifier.predict(texts),
	);
});
