import {testAugmenter, testBackend} from '@millrace/testing';
import test from 'ava';
import {keyboardNoise} from './keyboard-noise.ts';
import {bare, exampleTexts} from './example-texts.ts';

testAugmenter(test, 'keyboard-noise', {augmenter: keyboardNoise({rate: 0.3}), texts: exampleTexts});

testBackend(test, 'keyboard-noise', {
	open: () => ({backend: keyboardNoise({rate: 0.3})}),
	requests: exampleTexts.map((text, seed) => ({texts: [text], language: 'en', seeds: [seed], attempt: 0})),
	isAnswer: ({texts}, {variants}) => variants.length === texts.length,
});

test('leaves all but words byte for byte, and the first letter of each', async (t) => {
	const {variants} = await keyboardNoise().call(
		{texts: exampleTexts, language: 'en', seeds: [1, 2, 3], attempt: 0},
		{},
	);
	const initials = (text: string): string => bare(text.replace(/(?<=\p{L})\p{L}+/gu, ''));
	for (const [place, text] of exampleTexts.entries()) {
		t.is(bare(variants[place]?.[0] ?? ''), bare(text));
		t.is(initials(variants[place]?.[0] ?? ''), initials(text));
	}
});

test('strikes neighbours of its layout', async (t) => {
	const made = new Set<string>();
	for (let attempt = 0; attempt < 200; attempt++) {
		const {variants} = await keyboardNoise({layout: 'azerty', rate: 1}).call(
			{texts: ['baz'], language: 'fr', seeds: [1], attempt},
			{},
		);
		const variant = variants[0]?.[0] ?? '';
		if (variant.length === 3 && variant.startsWith('b') && variant.endsWith('z')) made.add(variant.charAt(1));
	}
	t.deepEqual([...made].sort(), ['q', 'z']);
});
