import {random} from '@millrace/core';
import test from 'ava';
import {damageWords} from './damage-words.ts';

const source = () => random(Uint32Array.of(1, 2, 3, 4));

test('damages the share of words that it is told', (t) => {
	const text = 'a b c d e f g h i j';
	const damaged = damageWords(text, 0.4, source(), (word) => word.toUpperCase());
	t.is(damaged?.match(/[A-Z]/g)?.length, 4);
	t.is(damaged?.toLowerCase(), text);
});

test('looks for a word that can be damaged, and passes over masks', (t) => {
	const odd = (word: string): string | undefined =>
		word === 'odd' || word.includes('Zqx') ? 'x' : undefined;
	t.is(damageWords("one Zqxaav Zqxabv's odd two", 0.1, source(), odd), "one Zqxaav Zqxabv's x two");
	t.is(damageWords('one two', 1, source(), odd), undefined);
	t.is(damageWords('', 1, source(), odd), undefined);
});
