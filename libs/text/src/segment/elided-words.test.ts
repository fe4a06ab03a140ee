import test from 'ava';
import fc from 'fast-check';
import {elidedWords} from './elided-words.ts';

const cases = [
	[
		'fr',
		["L'eau", 'qu\u2019il', "aujourd'hui", "l'", 'eau'],
		["L'", 'eau', 'qu\u2019', 'il', "aujourd'hui", "l'", 'eau'],
	],
	['it', ["dell'arte", "c'\u00e8", "po'"], ["dell'", 'arte', "c'", '\u00e8', "po'"]],
	['ca', ["l'home", "d'ara"], ["l'", 'home', "d'", 'ara']],
	['en', ["don't", "l'eau"], ["don't", "l'eau"]],
] as const;

for (const [language, words, cut] of cases) {
	test(`cuts what ${language} elides`, (t) => {
		t.deepEqual(elidedWords([...words], language), [...cut]);
	});
}

test('loses no letter', (t) => {
	fc.assert(
		fc.property(
			fc.array(fc.string({unit: fc.constantFrom('l', 'd', "'", '\u2019', 'a', '\u00e9')})),
			(words) =>
				elidedWords(words, 'fr').join('') === words.join('') &&
				elidedWords(words, 'fr').every((word) => word !== '' || words.includes('')),
		),
	);
	t.pass();
});
