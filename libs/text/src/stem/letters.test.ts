import test from 'ava';
import {hasBefore, isOther, letters, past, pastOther} from './letters.ts';

const vowel = letters('aeiou\u00e9');

test('knows its letters, and none outside of the word', (t) => {
	t.true(vowel('caf\u00e9', 3));
	t.false(vowel('caf\u00e9', 2));
	t.false(vowel('caf\u00e9', 4));
	t.false(vowel('caf\u00e9', -1));
	t.false(vowel('\uffff', 0));
});

test('another letter is one that is there', (t) => {
	t.true(isOther('ab', 1, vowel));
	t.false(isOther('ab', 0, vowel));
	t.false(isOther('ab', 2, vowel));
	t.false(isOther('ab', -1, vowel));
});

test('finds the place after a letter', (t) => {
	t.is(past('straat', 0, vowel), 4);
	t.is(past('straat', 5, vowel), -1);
	t.is(pastOther('aarde', 0, vowel), 3);
	t.is(pastOther('aa', 0, vowel), -1);
	t.true(hasBefore('straat', 4, vowel));
	t.false(hasBefore('straat', 3, vowel));
});
