import {random} from '@millrace/core';
import test from 'ava';
import fc from 'fast-check';
import {bruteKneserNey} from '../../fixtures/kneser-ney.ts';
import {modelOf} from './language-model-of.ts';
import {trainLanguageModel} from './train-language-model.ts';

const word = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const texts = fc.array(fc.array(word, {maxLength: 12}), {minLength: 1, maxLength: 12});

test('probabilities equal those of the definition, computed by brute force', async (t) => {
	await fc.assert(
		fc.asyncProperty(
			texts,
			fc.array(word, {maxLength: 4}),
			fc.integer({min: 1, max: 4}),
			async (corpus, history, order) => {
				const model = await trainLanguageModel(
					corpus.map((words) => words.join(' ')),
					{order},
				);
				const brute = bruteKneserNey(corpus, order);
				for (const next of ['a', 'b', 'c', 'd', 'e', 'zebra', null]) {
					const expected = brute(history, next ?? '</s>');
					const found = model.probability(history, next);
					t.true(Math.abs(found - expected) < 1e-6, `${found} for ${expected}`);
				}
			},
		),
		{numRuns: 150},
	);
});

test('equals the definition on a corpus that is large enough for discounts of its own', async (t) => {
	const {int} = random(Uint32Array.of(1, 2, 3, 4));
	const corpus = Array.from({length: 150}, () =>
		Array.from({length: 3 + int(8)}, () => `w${Math.floor(int(60) ** 3 / 3000)}`),
	);
	const model = await trainLanguageModel(corpus.map((words) => words.join(' ')));
	t.false(
		modelOf(model)
			.discounts.slice(1)
			.some(([once]) => once === 0.5),
		'pairs and triples have discounts of their own',
	);
	const brute = bruteKneserNey(corpus, 3);
	for (const words of corpus.slice(0, 20)) {
		const [next = '', ...history] = words.toReversed();
		const expected = brute(history.toReversed(), next);
		t.true(Math.abs(model.probability(history.toReversed(), next) - expected) < 1e-6);
	}
});

test('probabilities of all units and the unknown one sum to 1 after any history', async (t) => {
	await fc.assert(
		fc.asyncProperty(
			texts,
			fc.array(fc.oneof(word, fc.constant('zebra')), {maxLength: 4}),
			fc.integer({min: 1, max: 5}),
			fc.integer({min: 1, max: 3}),
			fc.constantFrom(5, 20, 1000),
			async (corpus, history, order, minCount, mostNgrams) => {
				const model = await trainLanguageModel(
					corpus.map((words) => words.join(' ')),
					{order, minCount, mostNgrams, mostUnits: 4},
				);
				let sum = model.probability(history, 'never seen');
				for (const unit of model.units()) sum += model.probability(history, unit);
				t.true(Math.abs(sum - 1) < 1e-5, String(sum));
			},
		),
	);
});

test('scores a text by the chain rule, unknown words and its end included', async (t) => {
	const model = await trainLanguageModel(['the cat sat on the mat', 'the dog sat']);
	const {units, logProbabilities, unknown, bits, perplexity, bitsPerByte} = model.score('the zebra sat');
	t.is(units, 4);
	t.is(unknown, 1);
	const chain = [
		model.probability([], 'the'),
		model.probability(['the'], 'zebra'),
		model.probability(['the', 'zebra'], 'sat'),
		model.probability(['the', 'zebra', 'sat'], null),
	];
	t.deepEqual([...logProbabilities], chain.map(Math.log));
	const expected = -chain.reduce((sum, p) => sum + Math.log2(p), 0);
	t.true(Math.abs(bits - expected) < 1e-9);
	t.true(Math.abs(perplexity - 2 ** (expected / 4)) < 1e-9);
	t.true(Math.abs(bitsPerByte - (expected + 5 * 8) / 13) < 1e-9, 'zebra is spelled, 8 bits a byte');
	t.is(model.perplexity('the zebra sat'), perplexity);
	t.is(model.bitsPerByte('the zebra sat'), bitsPerByte);
});

test('an empty text is its end alone', async (t) => {
	const model = await trainLanguageModel(['a b', '']);
	const {units, bits, bitsPerByte} = model.score('');
	t.is(units, 1);
	t.is(bitsPerByte, bits);
	t.true(Number.isFinite(bits));
});

test('finds text like the training text less surprising than other text', async (t) => {
	const german = ['der hund schläft im haus', 'die katze schläft auf dem dach', 'das haus ist alt'];
	const model = await trainLanguageModel(german, {unit: 'character', order: 4});
	t.true(model.bitsPerByte('die katze ist alt') < model.bitsPerByte('quick zebras jump'));
});
