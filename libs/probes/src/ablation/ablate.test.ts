import {random} from '@millrace/core';
import test from 'ava';
import {ablate, type VariedExample} from './ablate.ts';

const chance = random(Uint32Array.of(1, 2, 3, 4));
const words = (prefix: string): readonly string[] => Array.from({length: 40}, (_, at) => `${prefix}${at}`);
const vocabulary: Readonly<Record<string, readonly string[]>> = {cards: words('card'), loans: words('loan')};
const noise = words('filler');

/** A text of one telling word among filler. */
const textOf = (label: string): string =>
	[chance.pick(vocabulary[label] ?? []), ...Array.from({length: 6}, () => chance.pick(noise))].join(' ');

const examples = (
	variantsOf: (label: string, other: string) => readonly string[],
): readonly VariedExample[] =>
	Array.from({length: 80}, (_, at) => {
		const [label, other] = at % 2 === 0 ? ['cards', 'loans'] : ['loans', 'cards'];
		return {text: textOf(label), label, variants: variantsOf(label, other)};
	});

const several = (label: string): readonly string[] => Array.from({length: 6}, () => textOf(label));

test('variants that bring new words of the label help, and fewer originals gain more', async (t) => {
	const [few, all] = await ablate(examples(several), {shots: [4, null], repeats: 2});
	t.is(few?.verdict, 'helps');
	t.true((few?.gain ?? 0) > 0.05);
	t.true((few?.gain ?? 0) > (all?.gain ?? 1));
	t.is(few?.trials, 10);
	t.is(few?.originals, 8);
	t.is(few?.variants, 48);
});

test('variants with the words of the other label hurt', async (t) => {
	const [found] = await ablate(
		examples((_, other) => several(other)),
		{shots: [null], repeats: 2},
	);
	t.is(found?.verdict, 'hurts');
});

test('no variants are no gain, and copies of the originals are not either', async (t) => {
	const [none] = await ablate(
		examples(() => []),
		{shots: [null], repeats: 2},
	);
	t.like(none, {verdict: 'no gain', gain: 0, interval: [0, 0], variants: 0});
	const copied = examples(() => []).map((example) => ({...example, variants: [example.text]}));
	const [copies] = await ablate(copied, {shots: [null], repeats: 2});
	t.is(copies?.verdict, 'no gain');
});

test('equal rows and seed give an equal verdict; a row of a group is held out with the others', async (t) => {
	const rows = examples(several);
	const once = await ablate(rows, {shots: [4], repeats: 1});
	t.deepEqual(await ablate(rows, {shots: [4], repeats: 1}), once);
	// Every text of a group is the same, so that a row trained on would tell those held out.
	const grouped = Array.from({length: 40}, (_, at) => {
		const label = chance.int(2) === 0 ? 'cards' : 'loans';
		return Array.from({length: 3}, () => ({text: `unique${at}`, label, group: String(at), variants: []}));
	}).flat();
	const [held] = await ablate(grouped, {shots: [null], repeats: 2});
	t.true((held?.without ?? 1) < 0.8, String(held?.without));
});
