import test from 'ava';
import {alphabets} from './alphabets.ts';
import {identifiedLanguages} from './letter-scripts.ts';

test('lists small letters beyond a to z, each once, of languages that are identified', (t) => {
	for (const [language, letters] of alphabets) {
		t.true(identifiedLanguages.includes(language), language);
		t.is(new Set(letters).size, Array.from(letters).length, language);
		t.is(letters.toLowerCase(), letters, language);
		t.notRegex(letters, /[a-z]|\P{L}/u, language);
	}
});
