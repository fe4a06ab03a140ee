import {testAugmenter, testBackend} from '@millrace/testing';
import test from 'ava';
import {ocrNoise} from './ocr-noise.ts';
import {exampleTexts} from './example-texts.ts';

testAugmenter(test, 'ocr-noise', {augmenter: ocrNoise({rate: 0.3}), texts: exampleTexts});

testBackend(test, 'ocr-noise', {
	open: () => ({backend: ocrNoise({rate: 0.3})}),
	requests: exampleTexts.map((text, seed) => ({texts: [text], language: 'en', seeds: [seed], attempt: 0})),
	isAnswer: ({texts}, {variants}) => variants.length === texts.length,
});

test('takes letters for others that look like them', async (t) => {
	const made = new Set<string>();
	for (let attempt = 0; attempt < 60; attempt++) {
		const {variants} = await ocrNoise().call({texts: ['xmx'], language: 'en', seeds: [1], attempt}, {});
		made.add(variants[0]?.[0] ?? '');
	}
	t.deepEqual([...made].sort(), ['xnnx', 'xrnx']);
});

test('makes nothing of words in which nothing looks like another', async (t) => {
	const {variants} = await ocrNoise().call(
		{texts: ['x \u00e4 y'], language: 'en', seeds: [1], attempt: 0},
		{},
	);
	t.deepEqual(variants, [[]]);
});
