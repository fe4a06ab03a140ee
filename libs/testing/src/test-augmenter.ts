import type {Backend} from '@millrace/core';
import type {TestFn} from 'ava';
import fc from 'fast-check';

export interface AugmenterCase {
	readonly augmenter: Backend<AugmentLike, VariantsLike>;
	/** Texts of which it makes variants. */
	readonly texts: readonly string[];
	/** Whether another attempt or seed gives other variants; so unless given. */
	readonly varies?: boolean;
}

interface AugmentLike {
	readonly texts: readonly string[];
	readonly language: string;
	readonly seeds: readonly number[];
	readonly attempt: number;
	readonly wanted?: number;
}

interface VariantsLike {
	readonly variants: readonly (readonly string[])[];
}

/**
 * The contract of an augmenter by rules: a text, its seed and the attempt alone decide its variants; mask
 * words survive exactly once each; a variant is never the text; any text at all is taken.
 */
export function testAugmenter(
	test: TestFn,
	name: string,
	{augmenter, texts, varies = true}: AugmenterCase,
): void {
	const variantsOf = async (given: readonly string[], seeds: readonly number[], attempt = 0) =>
		(await augmenter.call({texts: given, language: 'en', seeds, attempt}, {})).variants;
	const seedsOf = (add: number): readonly number[] => texts.map((_, index) => index * 7 + add);

	test(`${name}: gives variants that its text, seed and attempt alone decide`, async (t) => {
		const all = await variantsOf(texts, seedsOf(1));
		t.true(all.some((variants) => variants.length > 0));
		for (const [place, text] of texts.entries())
			t.deepEqual((await variantsOf([text], [place * 7 + 1]))[0], all[place]);
		t.deepEqual((await variantsOf([...texts].reverse(), [...seedsOf(1)].reverse())).toReversed(), all);
		if (!varies) return;
		t.notDeepEqual(await variantsOf(texts, seedsOf(1), 1), all);
		t.notDeepEqual(await variantsOf(texts, seedsOf(1000)), all);
	});

	test(`${name}: keeps mask words exactly once and never repeats its text`, async (t) => {
		const words = texts.flatMap((text) => text.split(' ')).filter((word) => !word.includes('Zqx'));
		const part = fc.oneof(
			fc.constantFrom('Zqxaav', "Zqxabv's", 'pre-Zqxacv', ...words),
			fc.string({unit: 'grapheme'}),
		);
		await fc.assert(
			fc.asyncProperty(fc.array(part, {maxLength: 12}), fc.nat(), async (parts, seed) => {
				const text = parts.join(' ');
				const [variants = []] = await variantsOf([text], [seed]);
				return variants.every((variant) => variant !== text && masksOf(variant) === masksOf(text));
			}),
			{numRuns: 100},
		);
		t.pass();
	});

	test(`${name}: takes a megabyte of one character, and text without words`, async (t) => {
		for (const text of [
			'a'.repeat(1e6),
			"'".repeat(1e6),
			'a-'.repeat(5e5),
			' '.repeat(1e6),
			'. '.repeat(5e5),
			'',
		])
			t.is((await variantsOf([text], [1])).length, 1);
	});
}

const masksOf = (text: string): string => (text.match(/Zqx[a-z]{2}v/g) ?? []).sort().join(' ');
