import {testAugmenter, testBackend} from '@millrace/testing';
import test from 'ava';
import {aeda} from './aeda.ts';
import {exampleTexts} from './example-texts.ts';

testAugmenter(test, 'aeda', {augmenter: aeda(), texts: exampleTexts});

testBackend(test, 'aeda', {
	open: () => ({backend: aeda()}),
	requests: exampleTexts.map((text, seed) => ({texts: [text], language: 'en', seeds: [seed], attempt: 0})),
	isAnswer: ({texts}, {variants}) => variants.length === texts.length,
});

test('puts at most a third as many marks as there are words, and no word is lost', async (t) => {
	const text = 'one two three four five six seven eight nine';
	for (let attempt = 0; attempt < 30; attempt++) {
		const {variants} = await aeda().call({texts: [text], language: 'en', seeds: [1], attempt}, {});
		const variant = variants[0]?.[0] ?? '';
		const marks = variant.match(/[.;?:!,] /g) ?? [];
		t.true(marks.length >= 1 && marks.length <= 3);
		t.is(variant.replace(/[.;?:!,] /g, ''), text);
	}
});
