import {testBackend} from '@millrace/testing';
import test from 'ava';
import fc from 'fast-check';
import type {Augmenter} from '../augmenter.ts';
import {aeda} from './aeda.ts';
import {eda} from './eda.ts';
import {keyboardNoise} from './keyboard-noise.ts';
import {ocrNoise} from './ocr-noise.ts';
import {spellingNoise} from './spelling-noise.ts';
import {syntacticRewrites} from './syntactic-rewrites.ts';
import {wordSpans} from './word-spans.ts';

const augmenters: readonly Augmenter[] = [
	aeda(),
	eda(),
	keyboardNoise({rate: 0.3}),
	keyboardNoise({layout: 'azerty'}),
	ocrNoise({rate: 0.3}),
	spellingNoise({rate: 0.3}),
];

async function variantsOf(
	augmenter: Augmenter,
	texts: readonly string[],
	attempt = 0,
	seed = 0,
	wanted?: number,
) {
	const seeds = texts.map((text, index) => seed + text.length * 31 + (text.codePointAt(index) ?? 7));
	return (
		await augmenter.call(
			{texts, language: 'en', seeds, attempt, ...(wanted === undefined ? {} : {wanted})},
			{},
		)
	).variants;
}

const sentences = [
	'My card was declined at the supermarket yesterday, although I have money.',
	'Please transfer Zqxaav to the account of Zqxabv before Friday  (it is urgent)!',
	'Die \u00dcberweisung wurde am 3. M\u00e4rz abgelehnt \u2013 warum?',
];

for (const [index, augmenter] of augmenters.entries()) {
	const title = `${augmenter.name} ${index}`;

	testBackend(test, title, {
		open: () => ({backend: augmenter}),
		requests: sentences.map((text, seed) => ({texts: [text], language: 'en', seeds: [seed], attempt: 0})),
		isAnswer: (request, {variants}) => variants.length === request.texts.length,
	});

	test(`${title}: gives variants that its text, seed and attempt alone decide`, async (t) => {
		const all = await variantsOf(augmenter, sentences);
		for (const [place, text] of sentences.entries()) {
			const seeds = [text.length * 31 + (text.codePointAt(place) ?? 7)];
			t.deepEqual(
				(await augmenter.call({texts: [text], language: 'en', seeds, attempt: 0}, {})).variants[0],
				all[place],
			);
		}
		t.deepEqual(await variantsOf(augmenter, sentences), all);
		t.notDeepEqual(await variantsOf(augmenter, sentences, 1), all);
		t.notDeepEqual(await variantsOf(augmenter, sentences, 0, 1000), all);
	});

	test(`${title}: keeps protected spans exactly once and never repeats its text`, async (t) => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(
					fc.oneof(
						fc.constantFrom(
							"Zqxacv's",
							'pre-Zqxadv',
							'Zqxaav',
							'Zqxabv',
							'the',
							'amount',
							"don't",
							'Hello',
							'received',
						),
						fc.string({unit: 'grapheme'}),
					),
					{maxLength: 12},
				),
				fc.nat(),
				async (parts, seed) => {
					const text = parts.join(' ');
					const masksOf = (of: string) => (of.match(/Zqx[a-z]{3}/g) ?? []).sort();
					const [variants = []] = (
						await augmenter.call({texts: [text], language: 'en', seeds: [seed], attempt: 0}, {})
					).variants;
					for (const variant of variants) {
						if (variant === text || masksOf(variant).join() !== masksOf(text).join()) return false;
					}
					return true;
				},
			),
			{numRuns: 150},
		);
		t.pass();
	});

	test(`${title}: takes a megabyte of one character, and text without words`, async (t) => {
		for (const text of ['a'.repeat(1e6), "'".repeat(1e6), 'a-'.repeat(5e5), ' '.repeat(1e6), ''])
			t.is((await variantsOf(augmenter, [text])).length, 1);
	});
}

test('leaves all but words byte for byte', async (t) => {
	const bare = (text: string): string => text.replace(/[\p{L}\p{N}'\u2019-]+/gu, 'w');
	for (const augmenter of [keyboardNoise(), spellingNoise(), eda({operations: ['swap'], alpha: 0.5})]) {
		for (const [place, variants] of (await variantsOf(augmenter, sentences)).entries())
			for (const variant of variants) t.is(bare(variant), bare(sentences[place] ?? ''));
	}
});

test('aeda puts at most a third as many marks as there are words, and no word is lost', async (t) => {
	const text = 'one two three four five six seven eight nine';
	for (let attempt = 0; attempt < 30; attempt++) {
		const [[variant = ''] = []] = await variantsOf(aeda(), [text], attempt);
		const marks = variant.match(/[.;?:!,] /g) ?? [];
		t.true(marks.length >= 1 && marks.length <= 3);
		t.deepEqual(
			wordSpans(variant).map(({word}) => word),
			text.split(' '),
		);
	}
});

const sizes = [
	{rows: 500, alpha: 0.05, variants: 16},
	{rows: 2_000, alpha: 0.05, variants: 8},
	{rows: 5_000, alpha: 0.1, variants: 4},
];

for (const {rows, alpha, variants} of sizes) {
	test(`eda goes by the published figures for ${rows} rows`, async (t) => {
		const augmenter = eda({rows});
		t.like(augmenter.identity, {options: {alpha}});
		const text = Array.from({length: 60}, (_, index) => `word${index}`).join(' ');
		t.is((await variantsOf(augmenter, [text]))[0]?.length, variants);
	});
}

test('eda swaps the words that its share says, and deletes about as many', async (t) => {
	const text = Array.from({length: 100}, (_, index) => `w${index}`).join(' ');
	const words = text.split(' ');
	const [swapped = []] = await variantsOf(eda({operations: ['swap'], alpha: 0.1}), [text], 0, 0, 5);
	for (const variant of swapped) {
		const moved = variant.split(' ').filter((word, place) => word !== words[place]).length;
		t.true(moved > 2 && moved <= 20);
		t.deepEqual(variant.split(' ').sort(), [...words].sort());
	}
	const [deleted = []] = await variantsOf(eda({operations: ['delete'], alpha: 0.1}), [text], 0, 0, 20);
	const left = deleted.reduce((sum, variant) => sum + variant.split(' ').length, 0) / deleted.length;
	t.true(left > 85 && left < 95);
});

test('eda refuses operations that need synonyms where there are none', (t) => {
	t.throws(() => eda({operations: ['insert']}), {
		message: /expected synonyms for the operations synonym and insert/,
	});
});

test('spelling noise refuses a language that it does not know', async (t) => {
	await t.throwsAsync(spellingNoise().call({texts: ['Hallo'], language: 'de', seeds: [1], attempt: 0}, {}), {
		message: /expected texts in en, found "de"/,
	});
});

test('keyboard noise strikes neighbours of its layout', async (t) => {
	const made = new Set<string>();
	for (let attempt = 0; attempt < 200; attempt++) {
		const [[variant] = []] = await variantsOf(keyboardNoise({layout: 'azerty', rate: 1}), ['baz'], attempt);
		if (variant?.length === 3 && variant.startsWith('b') && variant.endsWith('z'))
			made.add(variant.charAt(1));
	}
	t.deepEqual([...made].sort(), ['q', 'z']);
});

test('syntactic rewrites change sentences in their place, and leave the others', async (t) => {
	const text = 'Hello!\n\n  The bank refused my request.   Why?\nI do not know.';
	const [[variant] = []] = await variantsOf(syntacticRewrites(), [text]);
	t.is(variant, "Hello!\n\n  My request was refused by the bank.   Why?\nI don't know.");
	t.deepEqual(await variantsOf(syntacticRewrites({rules: ['active']}), [text]), [[]]);
});

test('syntactic rewrites take hostile text, and keep protected spans', async (t) => {
	for (const text of ['a'.repeat(1e6), 'I do not '.repeat(1e5), '. '.repeat(5e5), '\n'.repeat(1e6)])
		t.true((await variantsOf(syntacticRewrites(), [text]))[0] !== undefined);
	const [[variant] = []] = await variantsOf(syntacticRewrites(), [
		'I am sure that Zqxaav paid Zqxabv yesterday.',
	]);
	t.is(variant, "I'm sure that Zqxaav paid Zqxabv yesterday.");
});

test('syntactic rewrites refuse a rule that is not there', (t) => {
	t.throws(() => syntacticRewrites({rules: ['pasive']}), {message: /expected rules of active, clause-first/});
});
