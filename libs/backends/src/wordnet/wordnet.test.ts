import test from 'ava';
import fc from 'fast-check';
import {eda} from '@millrace/text';
import {wordnet} from './wordnet.ts';

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
