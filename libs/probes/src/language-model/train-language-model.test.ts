import test from 'ava';
import {serializeLanguageModel} from './saved-language-model.ts';
import {trainLanguageModel} from './train-language-model.ts';

const texts = ['to be or not to be', 'that is the question', 'to sleep to dream', ''];

test('equal texts give an equal model, streamed or not', async (t) => {
	async function* stream() {
		for (const text of texts) yield await Promise.resolve(text);
	}
	const model = await trainLanguageModel(texts);
	t.is(serializeLanguageModel(await trainLanguageModel(stream())), serializeLanguageModel(model));
	t.deepEqual(model.training, {texts: 4, units: 14, ngrams: [12, 16, 14], notices: []});
});

test('knows every byte, and words of any script by their characters', async (t) => {
	const bytes = await trainLanguageModel(['abc'], {unit: 'byte', order: 3});
	t.is(bytes.vocabulary, 258);
	t.is(bytes.score('\u{1f600}\u0645').unknown, 0);
	const characters = await trainLanguageModel(['\u{1f600}a'], {unit: 'character'});
	t.deepEqual([...characters.units()], ['\u{1f600}', 'a', null]);
});

test('says when a limit was reached, and stays within it', async (t) => {
	const {training} = await trainLanguageModel(texts, {mostNgrams: 10, mostUnits: 5});
	t.is((training.ngrams[1] ?? 0) + (training.ngrams[2] ?? 0), 10);
	t.is(training.ngrams[0], 7);
	t.regex(training.notices[0] ?? '', /limit of 10 n-grams was reached: \d+ occurrences/);
	t.regex(training.notices[1] ?? '', /limit of 5 units was reached/);
});

test('forgets rare n-grams of three units and more', async (t) => {
	const whole = await trainLanguageModel(['a b c', 'a b c', 'a b d']);
	const pruned = await trainLanguageModel(['a b c', 'a b c', 'a b d'], {minCount: 2});
	t.deepEqual(whole.training.ngrams, [6, 6, 5]);
	t.deepEqual(pruned.training.ngrams, [6, 6, 3]);
	t.true(pruned.probability(['a', 'b'], 'd') > 0);
});

test('refuses no texts and bad options in a sentence', async (t) => {
	await t.throwsAsync(trainLanguageModel([]), {
		message: 'trainLanguageModel: expected texts, found none; give at least one.',
	});
	await t.throwsAsync(trainLanguageModel(['a'], {order: 11}), {message: /^trainLanguageModel: order: /});
});

test('stops when asked', async (t) => {
	const signal = AbortSignal.abort(new Error('enough'));
	await t.throwsAsync(trainLanguageModel(texts, {signal}), {message: 'enough'});
});
