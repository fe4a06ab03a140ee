import {testBackend} from '@millrace/testing';
import test from 'ava';
import fc from 'fast-check';
import {eda} from '@millrace/text';
import {wordnet} from './wordnet.ts';
import {wordnetSynonyms} from './wordnet-synonyms.ts';

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

test('finds no synonym in words that have become terms, or in a sense that is rare', async (t) => {
	const find = await wordnet().open();
	for (const text of [
		'My card was charged.',
		'Run the test server.',
		'He has a bass.',
		'The account is open.',
	])
		t.deepEqual(find(text), [], text);
});

test('takes synonyms of several words where asked, and inflects them', async (t) => {
	const find = await wordnet({multiWord: true, rarest: 0, leastUses: 1, rank: 3, dominance: 0}).open();
	const words = find('They encountered problems and tolerated them.').flatMap(({choices}) =>
		choices.map(({word}) => word),
	);
	t.true(words.includes('ran across'), words.join());
});

test('gives equal variants for equal seeds, whatever stands beside them', async (t) => {
	const texts = ['I bought a large car.', 'The error was noticed quickly.', 'We finished the whole sofa.'];
	const call = async (which: readonly number[]) =>
		(
			await wordnetSynonyms().call(
				{
					texts: which.map((at) => texts[at] ?? ''),
					language: 'en',
					seeds: which.map((at) => at * 7),
					attempt: 2,
				},
				{},
			)
		).variants;
	const [a, b, c] = await call([0, 1, 2]);
	t.deepEqual(await call([2, 0, 1]), [c ?? [], a ?? [], b ?? []]);
});

test('keeps all but the words, and every protected span, in any text', async (t) => {
	const find = await wordnet().open();
	fc.assert(
		fc.property(
			fc.array(
				fc.oneof(
					fc.constantFrom('Zqxaav', 'shop', 'bought', 'a', 'mistake', 'quickly', 'the', '{{name}}'),
					fc.string({unit: 'grapheme'}),
				),
				{maxLength: 15},
			),
			(parts) => {
				const text = parts.join(' ');
				let last = 0;
				for (const {word, start, end, choices} of find(text)) {
					if (
						start < last ||
						text.slice(start, end) !== word ||
						word.startsWith('Zqx') ||
						choices.length === 0
					)
						return false;
					last = end;
				}
				return true;
			},
		),
	);
	for (const text of ['a'.repeat(1e6), 'a '.repeat(2e5)]) t.deepEqual(find(text), []);
});

test('serves eda with its synonyms', async (t) => {
	const augmenter = eda({synonyms: wordnet(), operations: ['synonym', 'insert']});
	const [variants = []] = (
		await augmenter.call(
			{texts: ['I bought a large car yesterday.'], language: 'en', seeds: [3], attempt: 0, wanted: 4},
			{},
		)
	).variants;
	t.true(
		variants.length >= 2 && variants.every((variant) => /purchase|big|automobile/i.test(variant)),
		variants.join(' | '),
	);
	t.deepEqual(augmenter.languages, ['en']);
});

test('refuses an unknown option and names the one that was meant', (t) => {
	// @ts-expect-error such an option does not exist
	t.throws(() => wordnetSynonyms({sense: 2}), {
		message: /unknown option "sense", did you mean "senses"/,
	});
});
