import test from 'ava';
import {examples} from '../../fixtures/examples.ts';
import {evaluate} from './evaluate.ts';
import {serializeClassifier} from './saved-classifier.ts';
import {trainClassifier} from './train-classifier.ts';

const train = examples(600);
const held = examples(300, 9);

test('tells labels apart far better than the majority', async (t) => {
	const classifier = await trainClassifier(train);
	const {accuracy, majority} = await evaluate(classifier, held);
	t.deepEqual(classifier.labels, ['cards', 'loans', 'travel']);
	t.true(
		(accuracy ?? 0) > (majority?.accuracy ?? 1) + 0.25,
		`${accuracy ?? 0} beside ${majority?.accuracy ?? 0}`,
	);
});

test('equal examples, options and seed give an equal classifier, streamed or not', async (t) => {
	async function* stream() {
		for (const example of train) yield await Promise.resolve(example);
	}
	const saved = serializeClassifier(await trainClassifier(train, {seed: 3}));
	t.is(serializeClassifier(await trainClassifier(stream(), {seed: 3})), saved);
	t.not(serializeClassifier(await trainClassifier(train, {seed: 4})), saved);
});

test('calibrates scores on rows that were held out', async (t) => {
	const {training} = await trainClassifier(train);
	const {calibration, temperature} = training;
	t.is(calibration?.rows, 600);
	t.true((calibration?.ece ?? 1) <= (calibration?.eceBefore ?? 0) + 0.02);
	t.true((calibration?.brier ?? 3) <= (calibration?.brierBefore ?? 0) + 0.001);
	t.true(temperature > 0.05 && temperature < 20);
});

test('probabilities sum to 1, and the label has the largest', async (t) => {
	const classifier = await trainClassifier(train);
	for (const {label, score, probabilities} of classifier.predict([
		'my card',
		'',
		'\u0645\u0631\u062d\u0628\u0627 \u{1f600} \u4f60\u597d',
		'x'.repeat(100_000),
		'\0 \n\t',
	])) {
		t.true(Math.abs(probabilities.reduce((sum, p) => sum + p, 0) - 1) < 1e-9);
		t.is(score, Math.max(...probabilities));
		t.is(classifier.labels[probabilities.indexOf(score)], label);
	}
});

test('learns languages by their characters', async (t) => {
	const texts = [
		'\u3053\u3093\u306b\u3061\u306f\u4e16\u754c',
		'\u6771\u4eac\u306f\u3068\u3066\u3082\u5927\u304d\u3044\u3067\u3059',
		'\u041f\u0440\u0438\u0432\u0435\u0442 \u043c\u0438\u0440',
		'\u041e\u043d \u0443\u0448\u0451\u043b \u0434\u043e\u043c\u043e\u0439',
	];
	const rows = texts.map((text, index) => ({text, label: index < 2 ? 'ja' : 'ru'}));
	const classifier = await trainClassifier(rows);
	t.deepEqual(
		classifier
			.predict(['\u4e16\u754c\u306f\u5927\u304d\u3044', '\u043f\u0440\u0438\u0432\u0435\u0442'])
			.map(({label}) => label),
		['ja', 'ru'],
	);
});

test('says what is weak about its examples, and works all the same', async (t) => {
	const once = await trainClassifier([...train, {text: 'hello', label: 'rare'}]);
	t.is(
		once.training.notices[0],
		'One label occurs once in training: "rare". A label needs several examples to be learned; add some or merge it into another.',
	);
	const single = await trainClassifier([{text: 'a', label: 'only'}]);
	t.regex(single.training.notices[0] ?? '', /^Every training row is labelled "only"/);
	t.deepEqual(single.predict(['b'])[0]?.probabilities, Float64Array.of(1));
	t.is((await trainClassifier(train.slice(0, 4))).training.calibration, null);
});

test('refuses no examples and bad options in a sentence, and stops when asked', async (t) => {
	await t.throwsAsync(trainClassifier([]), {
		code: 'usage',
		message: 'trainClassifier: expected examples, found none; give rows with a text and a label.',
	});
	await t.throwsAsync(trainClassifier(train, {bits: 30}), {message: /^trainClassifier: bits: /});
	const signal = AbortSignal.abort(new Error('enough'));
	await t.throwsAsync(trainClassifier(train, {signal}), {message: 'enough'});
});

test('keeps no more features than asked, the most frequent', async (t) => {
	const {training} = await trainClassifier(train, {mostFeatures: 50});
	t.is(training.features, 50);
});
