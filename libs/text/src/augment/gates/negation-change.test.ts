import test from 'ava';
import {negationChange} from './negation-change.ts';

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

for (const part of ['no ', 'a', "'"]) {
	test(`judges a megabyte of ${JSON.stringify(part)} in one pass`, (t) => {
		const text = part.repeat(1_000_000 / part.length);
		t.is(negationChange(text, text, 'en'), 0);
	});
}
