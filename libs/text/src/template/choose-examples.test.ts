import test from 'ava';
import {random, stageKey, type AnyRow, type Random} from '@millrace/core';
import fc from 'fast-check';
import {chooseExamples, type ExampleChoice} from './choose-examples.ts';

const examples: readonly AnyRow[] = [
	{text: 'My card is lost.', label: 'card-lost'},
	{text: 'I lost my card on holiday', label: 'card-lost'},
	{text: 'Somebody stole my card!', label: 'card-lost'},
	{text: 'Where is my refund?', label: 'refund'},
	{text: 'Ich habe meine Karte verloren', label: 'card-lost'},
	{text: 'How do I change my PIN?', label: 'pin'},
	{text: '账单在哪里？', label: 'statement'},
];
const stream = (seed: number) => (): Random => random(stageKey(seed, 'examples'));
const choices: readonly ExampleChoice['choose'][] = ['random', {byLabel: 'label'}, {bySimilarity: 'text'}];
const labels = (places: readonly number[]) => places.map((place) => examples[place]?.['label']);

for (const choose of choices) {
	const title = JSON.stringify(choose);
	test(`${title}: equal rows and streams get equal examples, each once and never the row itself`, (t) => {
		const choice = chooseExamples(examples, {count: 4, choose, sameBy: ['text']});
		fc.assert(
			fc.property(fc.nat(6), fc.nat(1000), fc.boolean(), (place, seed, shout) => {
				const text = String(examples[place]?.['text']);
				const row = {text: shout ? ` ${text.toUpperCase()}\n` : text};
				const chosen = choice(row, stream(seed));
				t.deepEqual(chosen, choice(row, stream(seed)));
				t.is(new Set(chosen).size, 4);
				t.false(chosen.includes(place));
			}),
		);
	});

	test(`${title}: a row gets fewer where the others are too few`, (t) => {
		const choice = chooseExamples(examples, {count: 7, choose, sameBy: ['text']});
		t.is(choice({text: 'my card is lost.'}, stream(1)).length, 6);
		t.is(choice({text: ''}, stream(1)).length, 7);
	});
}

test('random examples differ by row', (t) => {
	const choice = chooseExamples(examples, {count: 1, choose: 'random', sameBy: ['text']});
	const drawn = Array.from({length: 700}, (_, seed) => choice({text: 'x'}, stream(seed))[0] ?? -1);
	for (const place of examples.keys())
		t.true(Math.abs(drawn.filter((one) => one === place).length - 100) < 40, `example ${place}`);
});

test('examples by label hold every label before any of them twice', (t) => {
	const choice = chooseExamples(examples, {count: 5, choose: {byLabel: 'label'}, sameBy: ['text']});
	for (let seed = 0; seed < 50; seed++) {
		const chosen = labels(choice({text: 'x'}, stream(seed)));
		t.deepEqual(chosen.toSorted(), ['card-lost', 'card-lost', 'pin', 'refund', 'statement']);
	}
	const few = chooseExamples(examples, {count: 2, choose: {byLabel: 'label'}, sameBy: ['text']});
	for (let seed = 0; seed < 50; seed++) t.is(new Set(labels(few({text: 'x'}, stream(seed)))).size, 2);
});

test('examples by similarity end with the most alike', (t) => {
	const choice = chooseExamples(examples, {count: 2, choose: {bySimilarity: 'text'}, sameBy: ['text']});
	t.is(choice({text: 'lost my card yesterday, on holiday'}, stream(1)).at(-1), 1);
	t.is(choice({text: 'ich hab meine karte verloren!'}, stream(1)).at(-1), 4);
	t.is(choice({text: '我的账单在哪里'}, stream(1)).at(-1), 6);
});

test('examples that are equally alike go by their order', (t) => {
	const equal = [{text: 'b a'}, {text: 'zzz'}, {text: 'b a'}, {text: 'B  A'}];
	const choice = chooseExamples(equal, {count: 3, choose: {bySimilarity: 'text'}, sameBy: ['text']});
	t.deepEqual(choice({text: 'b a c'}, stream(1)), [3, 2, 0]);
});

test('all columns must be equal for an example to be the row itself', (t) => {
	const two = [
		{text: 'a', channel: 'chat'},
		{text: 'a', channel: 'mail'},
	];
	const choice = chooseExamples(two, {count: 2, choose: 'random', sameBy: ['text', 'channel']});
	t.deepEqual(choice({text: 'A', channel: 'mail'}, stream(1)), [0]);
});

test('too few examples, and columns that examples lack, are errors that say which', (t) => {
	t.throws(() => chooseExamples(examples, {count: 8, choose: 'random', sameBy: ['text']}), {
		code: 'usage',
		message: /at least the 8 .* found 7/,
	});
	t.throws(() => chooseExamples(examples, {count: 1, choose: {byLabel: 'labl'}, sameBy: ['text']}), {
		code: 'usage',
		message: /example 1 has no labl, perhaps label was meant/,
	});
});
