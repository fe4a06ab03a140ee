import {testBackend} from '@millrace/testing';
import type {AugmentRequest, AugmentResponse} from '@millrace/text';
import test from 'ava';
import {tinyModels} from './tiny-models.ts';
import {transformersSubstitution} from './transformers-substitution.ts';

const ask = (texts: readonly string[], more: Partial<AugmentRequest> = {}): AugmentRequest => ({
	texts,
	language: 'en',
	seeds: texts.map((_, index) => index),
	attempt: 0,
	...more,
});

testBackend<AugmentRequest, AugmentResponse>(test, 'transformers substitution', {
	open: () => ({backend: transformersSubstitution({model: tinyModels.masked})}),
	requests: [ask(['I lost my card yesterday.']), ask(['Please cancel the transfer.', 'Where is my money?'])],
	isAnswer: ({texts}, {variants}) =>
		variants.length === texts.length &&
		variants.every((all, index) => all.every((text) => text !== '' && text !== texts[index])),
});

test('words change one for one; marks, masks, spaces and short words stay', async (t) => {
	const backend = transformersSubstitution({model: tinyModels.masked, rate: 0.5});
	t.teardown(async () => backend.close?.());
	const text = 'Please send  Zqxaav to my Sister!\n\nI lost the card (today).';
	const {variants} = await backend.call(ask([text], {wanted: 3}), {});
	t.true((variants[0]?.length ?? 0) >= 2, JSON.stringify(variants));
	for (const variant of variants[0] ?? []) {
		t.regex(
			variant,
			/^\p{Lu}\p{L}+ \p{L}+ {2}Zqxaav to my \p{Lu}\p{L}*!\n\nI \p{L}+ the \p{L}+ \(\p{L}+\)\.$/u,
		);
		t.not(variant, text);
	}
});

test('a row is the same whatever is beside it, and another seed or attempt draws anew', async (t) => {
	const backend = transformersSubstitution({model: tinyModels.masked, rate: 0.5, topK: 20, batchRows: 7});
	t.teardown(async () => backend.close?.());
	const texts = Array.from(
		{length: 9},
		(_, row) => `I sent the ${row % 2 ? 'payment' : 'transfer'} to my brother ${row}.`,
	);
	const together = await backend.call(ask(texts), {});
	const alone = [];
	for (const [seed, text] of texts.entries())
		alone.push(...(await backend.call(ask([text], {seeds: [seed]}), {})).variants);
	t.deepEqual(alone, [...together.variants]);
	const other = await backend.call(ask(texts, {attempt: 1}), {});
	t.notDeepEqual(other.variants, together.variants);
});

test('what has no word to change has no variants', async (t) => {
	const backend = transformersSubstitution({model: tinyModels.masked});
	t.teardown(async () => backend.close?.());
	const {variants} = await backend.call(ask(['', '12 / 13', 'to me', 'a <mask> is here and money']), {});
	t.deepEqual(variants, [[], [], [], []]);
});

test('languages that the model lacks and bad options are errors', async (t) => {
	const backend = transformersSubstitution({model: tinyModels.masked});
	await t.throwsAsync(backend.call(ask(['a'], {language: 'de'}), {}), {message: /one of en, found de/});
	t.throws(() => transformersSubstitution({model: tinyModels.masked, rate: 2}), {code: 'usage'});
	t.throws(() => transformersSubstitution({model: tinyModels.enEs}), {
		code: 'missing',
		message: /onnx\/model_quantized\.onnx/,
	});
});

test('a mask word of the text is never put in the place of another word', async (t) => {
	const backend = transformersSubstitution({model: tinyModels.masked, rate: 0.5, topK: 50});
	t.teardown(async () => backend.close?.());
	const texts = [
		'My card was charged Zqxaav twice at Zqxabv yesterday.',
		'You can write to Zqxaav or open Zqxabv for help.',
		'Hello Zqxaav, your account Zqxabv will be closed on Zqxacv.',
	];
	const {variants} = await backend.call(ask(texts, {wanted: 5}), {});
	const masksOf = (text: string): readonly string[] => (text.match(/zqx\w+/gi) ?? []).sort();
	t.true(variants.flat().length > 5);
	for (const [index, made] of variants.entries())
		for (const variant of made) t.deepEqual(masksOf(variant), masksOf(texts[index] ?? ''), variant);
});
