import {testAugmenter, testBackend} from '@millrace/testing';
import test from 'ava';
import {syntacticRewrites} from './syntactic-rewrites.ts';
import {exampleTexts} from './example-texts.ts';

testAugmenter(test, 'syntactic-rewrites', {
	augmenter: syntacticRewrites(),
	texts: exampleTexts,
	varies: false,
});

testBackend(test, 'syntactic-rewrites', {
	open: () => ({backend: syntacticRewrites()}),
	requests: exampleTexts.map((text, seed) => ({texts: [text], language: 'en', seeds: [seed], attempt: 0})),
	isAnswer: ({texts}, {variants}) => variants.length === texts.length,
});

const rewrite = async (text: string, options = {}) =>
	syntacticRewrites(options).call({texts: [text], language: 'en', seeds: [1], attempt: 0}, {});

test('changes sentences in their place, and says by which rules', async (t) => {
	const text = 'Hello!\n\n  The bank refused my request.   Why?\nI do not know.';
	const {variants, origins} = await rewrite(text);
	t.deepEqual(variants, [["Hello!\n\n  My request was refused by the bank.   Why?\nI don't know."]]);
	t.deepEqual(origins, [[{via: 'contract passive'}]]);
	t.deepEqual((await rewrite(text, {rules: ['active']})).variants, [[]]);
});

test('refuses a rule that is not there', (t) => {
	t.throws(() => syntacticRewrites({rules: ['pasive']}), {message: /expected rules of active, clause-first/});
});
