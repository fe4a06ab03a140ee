import test from 'ava';
import {leakedWords} from './leaked-words.ts';
import {modalityChange} from './modality-change.ts';
import {negationChange} from './negation-change.ts';
import {numberChanges} from './number-changes.ts';
import {noveltyOf, overlap} from './overlap.ts';
import {pronounChange} from './pronoun-change.ts';

const overlaps: readonly (readonly [a: string, b: string, overlap: number])[] = [
	['My card  was charged.', 'my card was charged.', 1],
	['', '', 1],
	['', 'a', 0],
	['a b c d', 'a b c d e', 2 / 3],
	['a b c d', 'w x y z', 0],
	['Why?', 'Why!', 0],
	['a b c', 'a, b c', 0],
];
for (const [a, b, expected] of overlaps) {
	test(`measures how much is the same of ${JSON.stringify([a, b])}`, (t) => {
		t.is(overlap(noveltyOf(a), noveltyOf(b)), expected);
		t.is(overlap(noveltyOf(b), noveltyOf(a)), expected);
	});
}

const numbers: readonly (readonly [source: string, variant: string, changes: number])[] = [
	['I paid $1,200.50 on 3 May.', 'On 3 May I paid 1200.50 dollars.', 0],
	['3 of 4', '4 of 3', 0],
	['3 of 4', '3 of 5', 1],
	['none', '7 8', 2],
	['\u0663', '3', 0],
];
for (const [source, variant, changes] of numbers) {
	test(`counts numbers that changed in ${JSON.stringify([source, variant])}`, (t) => {
		t.is(numberChanges(source, variant), changes);
	});
}

const negations: readonly (readonly [
	language: string,
	source: string,
	variant: string,
	change: number | null,
])[] = [
	['en', 'I can\u2019t pay.', 'I cannot pay.', 0],
	['en', 'I do not know.', 'I know.', 1],
	['en', 'Nothing works without it.', 'All works with it.', 2],
	['en', 'A knot in the nose.', 'No knot.', 1],
	['en-GB', 'Never.', 'Never!', 0],
	['es', 'No funciona nunca.', 'Siempre funciona.', 2],
	['de', 'Ich habe keine Karte.', 'Ich habe die Karte nicht.', 0],
	['fi', 'Ei toimi.', 'Toimii.', null],
];
for (const [language, source, variant, change] of negations) {
	test(`counts negations that changed, ${language}: ${JSON.stringify([source, variant])}`, (t) => {
		t.is(negationChange(source, variant, language), change);
	});
}

const modalities: readonly (readonly [
	language: string,
	source: string,
	variant: string,
	change: number | null,
])[] = [
	['en', 'You must pay.', 'You have to pay.', 0],
	['en', 'You must pay.', 'You may pay.', 2],
	['en', 'Can I pay?', 'Am I able  to pay?', 0],
	['en', 'I scan it.', 'I can it.', 1],
	['en', 'I\u2019d like a card.', 'I want a card.', 0],
	['es', 'Quiero pagar.', 'Me gustar\u00eda pagar.', 0],
	['de', 'Ich kann nicht zahlen.', 'Ich soll nicht zahlen.', 2],
	['fi', 'Voi.', 'Voi.', null],
];
for (const [language, source, variant, change] of modalities) {
	test(`counts kinds of modality that changed, ${language}: ${JSON.stringify([source, variant])}`, (t) => {
		t.is(modalityChange(source, variant, language), change);
	});
}

const pronouns: readonly (readonly [
	language: string,
	source: string,
	variant: string,
	change: number | null,
])[] = [
	['en', 'I lost my card.', 'My card was lost.', 0],
	['en', 'Freeze my card.', 'It freezes my card.', 1],
	['en', 'He told her.', 'It told.', 3],
	['en', 'She paid him; I\u2019m sure.', 'She paid him.', 1],
	['en', 'Thanks!', 'Thank  you!', 0],
	['en', 'Will you thank us?', 'Will thank.', 2],
	['en', 'The hem of an item.', 'The them', 1],
	['es', 'Yo perd\u00ed mi tarjeta.', 'Perd\u00ed mi tarjeta.', 0],
	['es', 'Su cuenta y la m\u00eda.', 'Nuestra cuenta y la m\u00eda.', 2],
	['de', 'Ich verlor meine Karte.', 'Meine Karte ging verloren.', 0],
	['de', 'Geben Sie ihm das Geld.', 'Gib uns das Geld.', 3],
	['fi', 'Min\u00e4.', 'Sin\u00e4.', null],
];
for (const [language, source, variant, change] of pronouns) {
	test(`counts persons whose pronouns changed, ${language}: ${JSON.stringify([source, variant])}`, (t) => {
		t.is(pronounChange(source, variant, language), change);
		t.is(pronounChange(variant, source, language), change);
	});
}

test('finds words that came over from a pivot, but for known ones and those of the source', (t) => {
	const source = 'The animal ate my ticket.';
	const pivots = ['El animal comi\u00f3 mi billete total.'];
	t.deepEqual(leakedWords(source, 'The animal ate my billete total.', pivots), ['billete', 'total']);
	t.deepEqual(
		leakedWords(source, 'The animal ate my billete total.', pivots, (word) => word === 'total'),
		['billete'],
	);
	t.deepEqual(leakedWords(source, 'The animal ate el billet.', pivots), []);
});

for (const part of ['1', '1,', 'no ', 'a', "'", 'i ', 'thank  ']) {
	test(`judges a megabyte of ${JSON.stringify(part)} in one pass`, (t) => {
		const text = part.repeat(1_000_000 / part.length);
		t.is(numberChanges(text, text), 0);
		t.is(negationChange(text, text, 'en'), 0);
		t.is(modalityChange(text, text, 'en'), 0);
		t.is(pronounChange(text, text, 'en'), 0);
		t.is(overlap(noveltyOf(text), noveltyOf(text)), 1);
	});
}
