import test from 'ava';
import fc from 'fast-check';
import {stripDiacritics} from './strip-diacritics.ts';

const cases = [
	['accents of French', 'fr', 'Été à Noël, garçon', 'Ete a Noel, garcon'],
	['accents of Spanish but ñ', 'es', 'El niño pidió más agüita', 'El niño pidio mas aguita'],
	['accents in German but umlauts', 'de', 'Über Café', 'Über Cafe'],
	['a mark beyond the letter', 'es', 'n\u0303\u0301', 'ñ'],
	['nothing of Finnish, Polish or Vietnamese that is a letter', 'fi', 'Hyvää päivää', 'Hyvää päivää'],
	['nothing of Vietnamese', 'vi', 'Tiếng Việt', 'Tiếng Việt'],
	['stress in Greek', 'el', 'Ελλάδα ϊ', 'Ελλαδα ι'],
	['stress in Russian but not й and ё', 'ru', 'за́мок йод ёлка', 'замок йод ёлка'],
	['vowel points of Arabic, no hamza', 'ar', 'مُحَمَّد آأ', 'محمد آأ'],
	['vowel points of Hebrew', 'he', 'שָׁלוֹם', 'שלום'],
	['nothing where the language is not known', 'und', 'café', 'café'],
	['no vowel of Hindi', 'hi', 'हिन्दी', 'हिन्दी'],
] as const;

for (const [title, language, before, after] of cases) {
	test(`removes ${title}`, (t) => {
		t.is(stripDiacritics(before, language), after);
	});
}

test('removes all where asked, and strokes', (t) => {
	t.is(
		stripDiacritics('Łódź Ångström Øl straße Þór niño й', 'pl', true),
		'Lodz Angstrom Ol strasse Thor nino и',
	);
	t.is(stripDiacritics('が हिन्दी กำ', 'ja', true), 'が हिन्दी กำ');
});

test('is idempotent and keeps text without marks', (t) => {
	const unit = fc.oneof(
		fc.constantFrom('e', 'é', 'ñ', 'ü', '\u0301', '\u0308', 'ł', 'か', 'क', 'ि', 'ά', 'й', 'ُ', 'م', ' '),
		fc.string({unit: 'binary', maxLength: 2}),
	);
	fc.assert(
		fc.property(
			fc.array(unit).map((all) => all.join('')),
			fc.constantFrom('en', 'es', 'de', 'vi', 'ru', 'ar', 'und'),
			fc.boolean(),
			(text, language, all) => {
				const once = stripDiacritics(text, language, all);
				return stripDiacritics(once, language, all) === once;
			},
		),
		{numRuns: 3000},
	);
	fc.assert(fc.property(fc.string(), (text) => stripDiacritics(text, 'en', true) === text));
	t.pass();
});
