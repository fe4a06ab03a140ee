import test from 'ava';
import fc from 'fast-check';
import {nearest} from './nearest.ts';

test('finds the candidate that a slip of the hand turned into the word', (t) => {
	const columns = ['text', 'tokens', 'language', 'id'];
	for (const [word, meant] of [
		['txt', 'text'],
		['tetx', 'text'],
		['texts', 'text'],
		['Text', 'text'],
		['token', 'tokens'],
		['langauge', 'language'],
		['langueage', 'language'],
		['ID', 'id'],
	] as const) {
		t.is(nearest(word, columns), meant, word);
	}
});

test('has no candidate for a word that is far from all, or of which no letter is left', (t) => {
	t.is(nearest('embedding', ['text', 'id']), undefined);
	t.is(nearest('n', ['id', 'no']), 'no');
	t.is(nearest('n', ['id']), undefined);
	t.is(nearest('ab', ['cd']), undefined);
	t.is(nearest('text', []), undefined);
	t.is(nearest('', ['a', 'ab']), undefined);
});

test('takes the closest, and the first of equals', (t) => {
	t.is(nearest('colour', ['color', 'colours', 'colour1']), 'color');
	t.is(nearest('minimum', ['maximum', 'minimun']), 'minimun');
});

test('a swap of neighbours is one edit', (t) => {
	t.is(nearest('ba', ['ab', 'xy']), 'ab');
	t.is(nearest('mni', ['mix', 'min']), 'min');
});

test('a word among the candidates is its own nearest, and an answer is always a candidate', (t) => {
	const word = fc.string({minLength: 1, maxLength: 12});
	fc.assert(
		fc.property(word, fc.array(word), (meant, others) => {
			t.is(nearest(meant, [...others, meant])?.toLowerCase(), meant.toLowerCase());
			const found = nearest(meant, others);
			t.true(found === undefined || others.includes(found));
		}),
	);
});
