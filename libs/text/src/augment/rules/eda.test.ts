import {testAugmenter, testBackend} from '@millrace/testing';
import test from 'ava';
import {eda} from './eda.ts';
import {bare, exampleTexts} from './example-texts.ts';

testAugmenter(test, 'eda', {augmenter: eda(), texts: exampleTexts});

testBackend(test, 'eda', {
	open: () => ({backend: eda()}),
	requests: exampleTexts.map((text, seed) => ({texts: [text], language: 'en', seeds: [seed], attempt: 0})),
	isAnswer: ({texts}, {variants}) => variants.length === texts.length,
});

const made = async (augmenter: ReturnType<typeof eda>, text: string, wanted?: number) =>
	(
		await augmenter.call(
			{texts: [text], language: 'en', seeds: [5], attempt: 0, ...(wanted === undefined ? {} : {wanted})},
			{},
		)
	).variants[0] ?? [];

const sizes = [
	{rows: 500, alpha: 0.05, variants: 16},
	{rows: 2_000, alpha: 0.05, variants: 8},
	{rows: 5_000, alpha: 0.1, variants: 4},
];

for (const {rows, alpha, variants} of sizes) {
	test(`goes by the published figures for ${rows} rows`, async (t) => {
		const augmenter = eda({rows});
		t.like(augmenter.identity, {options: {alpha}});
		const text = Array.from({length: 60}, (_, index) => `word${index}`).join(' ');
		t.is((await made(augmenter, text)).length, variants);
	});
}

test('swaps the words that its share says, and deletes about as many', async (t) => {
	const text = Array.from({length: 100}, (_, index) => `w${index}`).join(' ');
	const words = text.split(' ');
	for (const variant of await made(eda({operations: ['swap'], alpha: 0.1}), text, 5)) {
		const moved = variant.split(' ').filter((word, place) => word !== words[place]).length;
		t.true(moved > 2 && moved <= 20);
		t.deepEqual(variant.split(' ').sort(), [...words].sort());
	}
	const deleted = await made(eda({operations: ['delete'], alpha: 0.1}), text, 20);
	const left = deleted.reduce((sum, variant) => sum + variant.split(' ').length, 0) / deleted.length;
	t.true(left > 85 && left < 95);
});

test('leaves all but words byte for byte', async (t) => {
	for (const text of exampleTexts)
		for (const variant of await made(eda({operations: ['swap'], alpha: 0.5}), text, 4))
			t.is(bare(variant), bare(text));
});

test('leaves one word at least', async (t) => {
	t.deepEqual(await made(eda({operations: ['delete'], alpha: 1}), 'word', 4), []);
	for (const variant of await made(eda({operations: ['delete'], alpha: 1}), 'two words', 4))
		t.regex(variant, /^(?:two |words)$/);
});

test('refuses operations that need synonyms where there are none', (t) => {
	t.throws(() => eda({operations: ['insert']}), {
		message: /expected synonyms for the operations synonym and insert/,
	});
});
