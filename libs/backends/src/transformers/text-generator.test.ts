import {parseOptions} from '@millrace/core';
import test from 'ava';
import {decodingShape} from './decode/decoding-options.ts';
import {filesOf, modelShape} from './model-options.ts';
import {languageFault, textGenerator, type TextGenerator} from './text-generator.ts';
import {tinyModels} from './tiny-models.ts';

function open(decoding: object = {}): TextGenerator {
	const options = parseOptions('x', modelShape, {model: tinyModels.paraphrase});
	const files = filesOf('x', options, ['encoder_model', 'decoder_model_merged'], true);
	return textGenerator('x', files, options, parseOptions('x', decodingShape, decoding));
}

test('pieces of a text are answered each, and a text has as many answers as its richest piece', async (t) => {
	const generator = open({beams: 3});
	t.teardown(generator.close);
	const run = {language: 'en', variants: 3};
	const {texts, inputTokens} = await generator.generate(
		[{text: 'Can you help me?\n– 12 –\nI lost my card.', seed: '1'}],
		run,
	);
	t.true((texts[0]?.length ?? 0) >= 2);
	for (const text of texts[0] ?? []) t.regex(text, /^[^\n]+\n– 12 –\n[^\n]+$/);
	t.true(inputTokens > 8);
});

test('it closes while nothing is open, and opens again', async (t) => {
	const generator = open();
	await generator.close();
	const texts = [{text: 'Can you help me?', seed: '1'}];
	const first = await generator.generate(texts, {language: 'en', variants: 1});
	await generator.close();
	t.deepEqual(await generator.generate(texts, {language: 'en', variants: 1}), first);
	await generator.close();
});

test('equal sentences are answered once, unless answers are drawn', async (t) => {
	const sentence = 'Can you help me? ';
	const lengthOf = async (generator: TextGenerator, repeats: number): Promise<number> => {
		const texts = [{text: sentence.repeat(repeats).trim(), seed: '1'}];
		return (await generator.generate(texts, {language: 'en', variants: 1})).inputTokens;
	};
	const [greedy, drawn] = [open(), open({sample: true})];
	t.teardown(async () => Promise.all([greedy.close(), drawn.close()]));
	t.is(await lengthOf(greedy, 5), await lengthOf(greedy, 1));
	t.is(await lengthOf(drawn, 5), 5 * (await lengthOf(drawn, 1)));
	const {texts} = await greedy.generate(
		[sentence.trim(), sentence.repeat(3).trim()].map((text) => ({text, seed: text})),
		{language: 'en', variants: 1},
	);
	t.is(texts[1]?.[0], Array.from({length: 3}, () => texts[0]?.[0]).join(' '));
});

test('a language fault names what there is', (t) => {
	t.is(
		languageFault('x', 'de', ['fr', 'en']).message,
		'x: expected one of en, fr, found de; give a model that has it.',
	);
});
