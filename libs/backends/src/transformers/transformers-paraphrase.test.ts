import {testBackend} from '@millrace/testing';
import type {AugmentRequest, AugmentResponse} from '@millrace/text';
import test from 'ava';
import {tinyModels} from './tiny-models.ts';
import {transformersParaphrase} from './transformers-paraphrase.ts';

const ask = (texts: readonly string[], attempt = 0): AugmentRequest => ({
	texts,
	language: 'en',
	seeds: texts.map((_, index) => index),
	attempt,
});

testBackend<AugmentRequest, AugmentResponse>(test, 'transformers paraphrase', {
	open: () => ({backend: transformersParaphrase({model: tinyModels.paraphrase, beams: 3, variants: 3})}),
	requests: [ask(['Please block my card.']), ask(['Can you help me?', 'I want to close my account.'])],
	isAnswer: ({texts}, {variants}) =>
		variants.length === texts.length &&
		variants.every((all, index) => all.length > 0 && !all.includes(texts[index] ?? '')),
});

const ways: readonly (readonly [title: string, options: object])[] = [
	['beams', {beams: 4}],
	['diverse beams', {beams: 4, beamGroups: 2, diversityPenalty: 1}],
	['draws', {sample: true, temperature: 0.8, topP: 0.95}],
];
for (const [title, options] of ways) {
	test(`by ${title}: variants differ from each other and from the text, and keep masks`, async (t) => {
		const backend = transformersParaphrase({model: tinyModels.paraphrase, variants: 3, ...options});
		t.teardown(async () => backend.close?.());
		const texts = ['Please send Zqxaav to Zqxabv.', 'I want to close my account. Can you help me?'];
		const {variants} = await backend.call(ask(texts), {});
		for (const [index, all] of variants.entries()) {
			t.true(all.length >= 1 && all.length <= 3, JSON.stringify(all));
			t.is(new Set([...all, texts[index]]).size, all.length + 1);
		}
		t.regex(variants[0]?.[0] ?? '', /Zqxaav.*Zqxabv|Zqxabv.*Zqxaav/);
	});
}

test('another attempt draws anew, the same attempt draws the same, and a search gives nothing more', async (t) => {
	const drawing = transformersParaphrase({model: tinyModels.paraphrase, sample: true, temperature: 1.3});
	const searching = transformersParaphrase({model: tinyModels.paraphrase, beams: 2});
	t.teardown(async () => {
		await drawing.close?.();
		await searching.close?.();
	});
	const texts = ['Please block my card.', 'I lost my card yesterday.', 'Where is my money?'];
	const first = await drawing.call(ask(texts), {});
	t.deepEqual(await drawing.call(ask(texts), {}), first);
	t.notDeepEqual((await drawing.call(ask(texts, 1), {})).variants, first.variants);
	t.deepEqual((await searching.call(ask(texts, 1), {})).variants, [[], [], []]);
});

test('languages and options that the model cannot serve are errors', async (t) => {
	const backend = transformersParaphrase({model: tinyModels.paraphrase});
	await t.throwsAsync(backend.call({...ask(['a']), language: 'de'}, {}), {message: /one of en, found de/});
	t.throws(() => transformersParaphrase({model: tinyModels.paraphrase, variants: 2}), {
		message: /variants \(2\) may not be more than beams \(1\)/,
	});
});
