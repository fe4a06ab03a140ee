import test from 'ava';
import {pronounChange} from './pronoun-change.ts';

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

for (const part of ['i ', 'a', 'thank  ']) {
	test(`judges a megabyte of ${JSON.stringify(part)} in one pass`, (t) => {
		const text = part.repeat(1_000_000 / part.length);
		t.is(pronounChange(text, text, 'en'), 0);
	});
}
