import test from 'ava';
import fc from 'fast-check';
import {foldCase, lowerCase} from './fold-case.ts';

const cases = [
	['makes letters small', 'ÀB', 'àb', 'en'],
	['writes ß as ss, as upper case does', 'Straße STRASSE', 'strasse strasse', 'de'],
	['makes all sigmas equal', 'ΣΊΣΥΦΟΣ', 'σίσυφοσ', 'el'],
	['keeps the dots of Turkish', 'ISPARTA İZMİR', 'ısparta izmir', 'tr'],
	['opens ligatures', 'ﬃ', 'ffi', 'en'],
	['leaves scripts without case', '東京 ไทย', '東京 ไทย', 'ja'],
] as const;

for (const [title, before, after, language] of cases) {
	test(title, (t) => {
		t.is(foldCase(before, language), after);
	});
}

test('small letters keep ß and final sigma', (t) => {
	t.is(lowerCase('Straße ΟΔΟΣ'), 'straße οδος');
});

test('is idempotent, and blind to case', (t) => {
	fc.assert(
		fc.property(fc.string({unit: 'binary'}), fc.constantFrom('en', 'tr', 'el'), (text, language) => {
			const once = foldCase(text, language);
			return foldCase(once, language) === once;
		}),
		{numRuns: 5000},
	);
	fc.assert(
		fc.property(
			fc.string({unit: fc.constantFrom(...Array.from('abzäößéñσςкйłø '))}),
			(text) => foldCase(text.toUpperCase()) === foldCase(text),
		),
	);
	t.pass();
});
