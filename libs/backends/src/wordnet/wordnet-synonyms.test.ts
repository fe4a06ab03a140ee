import {testAugmenter, testBackend} from '@millrace/testing';
import test from 'ava';
import {wordnetSynonyms} from './wordnet-synonyms.ts';

testAugmenter(test, 'wordnet-synonyms', {
	augmenter: wordnetSynonyms(),
	texts: [
		'I noticed a mistake in Zqxaav, bought a sofa and answered quickly.',
		'She finished the whole process with her students.',
	],
});

/** Text, and what it becomes with every word replaced; equal where nothing may be. */
const cases: readonly (readonly [title: string, text: string, variants: readonly string[]])[] = [
	['a plural', 'Both shops were shut.', ['Both stores were shut.']],
	['a past form', 'I bought it there.', ['I purchased it there.']],
	['a gerund', 'We are buying it.', ['We are purchasing it.']],
	['a third person', 'She buys it.', ['She purchases it.']],
	['the article before it', 'I made a mistake.', ['I made an error.', 'I made a fault.']],
	['the first word of a sentence', 'Shops open at nine.', ['Stores open at nine.']],
	['an irregular form', 'They concealed the truth.', ['They hid the truth.']],
	['no word of a compound', 'The shop owner left.', ['The shop owner left.']],
	['no phrasal verb', 'They bought into it.', ['They bought into it.']],
	['no name', 'I met Shop there.', ['I met Shop there.']],
	['no protected span', 'Zqxaav bought it from Zqxabv.', ['Zqxaav purchased it from Zqxabv.']],
	['no function word', 'It is in or on this.', ['It is in or on this.']],
	[
		'no noun read as a verb',
		'The buy was fine.',
		['The buy was fine.', 'The purchase was fine.', 'The bargain was fine.'],
	],
];

for (const [title, text, variants] of cases) {
	test(`replaces ${title}`, async (t) => {
		const augmenter = wordnetSynonyms({rate: 1});
		for (let seed = 0; seed < 8; seed++) {
			const [[variant] = []] = (
				await augmenter.call({texts: [text], language: 'en', seeds: [seed], attempt: 0}, {})
			).variants;
			t.true(variants.includes(variant ?? text), variant ?? text);
		}
	});
}

testBackend(test, 'wordnet-synonyms', {
	open: () => ({backend: wordnetSynonyms()}),
	requests: cases.map(([, text], seed) => ({texts: [text], language: 'en', seeds: [seed], attempt: 0})),
	isAnswer: ({texts}, {variants}) => variants.length === texts.length,
});

test('refuses an unknown option and names the one that was meant', (t) => {
	// @ts-expect-error such an option does not exist
	t.throws(() => wordnetSynonyms({sense: 2}), {
		message: /unknown option "sense", did you mean "senses"/,
	});
});
