import test from 'ava';
import {isConsonant, isVowel, lengthened} from './dutch-letters.ts';

test('the digraph ij is a vowel', (t) => {
	t.true(isVowel('bij', 3));
	t.false(isConsonant('bij', 3));
	t.true(isConsonant('bijt', 4));
	t.false(isVowel('', 0));
	t.false(isConsonant('', 0));
});

test('writes a vowel long where an ending had left it short', (t) => {
	const cases = [
		['lop', 'loop'],
		['mak', 'maak'],
		['et', 'eet'],
		['gev', 'geev'],
		['loop', 'loop'],
		['wandel', 'wandel'],
		['boven', 'boven'],
		['industri\u00ebl', 'industrieel'],
		['low', 'low'],
		['fit', 'fit'],
		['', ''],
	] as const;
	for (const [word, long] of cases) t.is(lengthened(word), long, word);
});
