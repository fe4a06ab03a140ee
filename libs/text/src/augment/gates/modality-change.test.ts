import test from 'ava';
import {modalityChange} from './modality-change.ts';

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

for (const part of ['can ', 'a', "'"]) {
	test(`judges a megabyte of ${JSON.stringify(part)} in one pass`, (t) => {
		const text = part.repeat(1_000_000 / part.length);
		t.is(modalityChange(text, text, 'en'), 0);
	});
}
