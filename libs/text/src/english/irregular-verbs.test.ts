import test from 'ava';
import {doublingVerbs, irregularVerbs} from './irregular-verbs.ts';

test('every irregular verb has three forms in small letters', (t) => {
	t.true(irregularVerbs.size > 150);
	for (const [base, forms] of irregularVerbs)
		for (const form of [base, ...forms]) t.regex(form, /^[a-z]+$/, base);
	t.deepEqual(irregularVerbs.get('write'), ['wrote', 'written']);
});

test('a doubling verb ends in one consonant after one vowel', (t) => {
	for (const verb of doublingVerbs) t.regex(verb, /[^aeiou]?[aeiou][^aeiou]$|qu[aeiou][^aeiou]$/, verb);
});
