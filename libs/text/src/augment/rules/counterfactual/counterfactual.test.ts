import test from 'ava';
import fc from 'fast-check';
import {counterfactual} from './counterfactual.ts';
import {identityGroups} from './swap-groups.ts';

async function swapped(text: string, options = {}, seed = 1): Promise<string | undefined> {
	const augmenter = counterfactual(options);
	return (await augmenter.call({texts: [text], language: 'en', seeds: [seed], attempt: 0}, {}))
		.variants[0]?.[0];
}

test('moves the terms of a group consistently, with articles and plurals', async (t) => {
	const text = 'An Indian and a German met Indians; the German left.';
	const made = new Set<string>();
	for (let seed = 0; seed < 40; seed++) made.add((await swapped(text, {groups: identityGroups}, seed)) ?? '');
	t.true(made.has('A Nigerian and an Italian met Nigerians; the Italian left.'), [...made].join('\n'));
	for (const variant of made) {
		const [, article, one, other, plural, again] =
			/^(An?) (\w+) and an? (\w+) met (\w+); the (\w+) left\.$/.exec(variant) ?? [];
		t.is(`${one ?? ''}s`, plural ?? '');
		t.is(other, again);
		t.not(one, other);
		t.is(article, /^[AEIOU]/.test(one ?? '') ? 'An' : 'A');
	}
});

test('swaps genders and groups by option, each alone', async (t) => {
	t.is(await swapped('He is Hindu.', {gender: false, groups: [['Hindu', 'Sikh']]}), 'He is Sikh.');
	t.is(await swapped('He is Hindu.'), 'She is Hindu.');
	t.is(await swapped('He is Hindu.', {gender: false}), undefined);
});

test('keeps protected spans and all that lies between words', async (t) => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(
				fc.oneof(fc.constantFrom('he', 'her', 'Zqxaav', 'Mr', 'Anna', 'card'), fc.string({unit: 'grapheme'})),
				{maxLength: 10},
			),
			async (parts) => {
				const text = parts.join(' ');
				const variant = await swapped(text);
				const count = (of: string) => of.split('Zqxaav').length;
				return variant === undefined || (variant !== text && count(variant) === count(text));
			},
		),
		{numRuns: 200},
	);
	for (const text of ['he '.repeat(1e5), 'a'.repeat(1e6), "he's".repeat(1e5)])
		await t.notThrowsAsync(swapped(text));
});
