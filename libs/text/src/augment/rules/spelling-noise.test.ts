import {testAugmenter, testBackend} from '@millrace/testing';
import test from 'ava';
import {spellingNoise} from './spelling-noise.ts';
import {bare, exampleTexts} from './example-texts.ts';

testAugmenter(test, 'spelling-noise', {augmenter: spellingNoise({rate: 0.3}), texts: exampleTexts});

testBackend(test, 'spelling-noise', {
	open: () => ({backend: spellingNoise({rate: 0.3})}),
	requests: exampleTexts.map((text, seed) => ({texts: [text], language: 'en', seeds: [seed], attempt: 0})),
	isAnswer: ({texts}, {variants}) => variants.length === texts.length,
});

test('leaves all but words byte for byte', async (t) => {
	const {variants} = await spellingNoise().call(
		{texts: exampleTexts, language: 'en', seeds: [1, 2, 3], attempt: 0},
		{},
	);
	for (const [place, text] of exampleTexts.entries()) t.is(bare(variants[place]?.[0] ?? text), bare(text));
});

test('refuses a language that it does not know', async (t) => {
	await t.throwsAsync(spellingNoise().call({texts: ['Hallo'], language: 'de', seeds: [1], attempt: 0}, {}), {
		message: /expected texts in en, found "de"/,
	});
});

const mistakes = [
	['receive', 'recieve'],
	['address', 'adress'],
	['definitely', 'definately'],
	["don't", 'dont'],
] as const;

for (const [right, wrong] of mistakes) {
	test(`writes ${wrong} for ${right}`, async (t) => {
		const made = new Set<string>();
		for (let attempt = 0; attempt < 80; attempt++) {
			const {variants} = await spellingNoise().call(
				{texts: [right], language: 'en', seeds: [1], attempt},
				{},
			);
			made.add(variants[0]?.[0] ?? '');
		}
		t.true(made.has(wrong), [...made].join());
	});
}
