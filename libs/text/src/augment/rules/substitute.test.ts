import {random} from '@millrace/core';
import test from 'ava';
import {chooseOne, substitute} from './substitute.ts';
import {wordSpans} from './word-spans.ts';

const source = (seed = 1) => random(Uint32Array.of(seed, 2, 3, 4));
const find = (text: string) =>
	wordSpans(text)
		.filter(({word}) => word === 'mistake')
		.map((span) => ({...span, choices: [{word: 'error', weight: 1}]}));

test('replaces a share of the words with synonyms, with articles', (t) => {
	t.is(substitute('a mistake, the  mistake', find, 1, source()), 'an error, the  error');
	t.is(substitute('mistake mistake mistake', find, 0.4, source())?.match(/error/g)?.length, 1);
	t.is(substitute('nothing', find, 1, source()), undefined);
});

test('chooses by weight', (t) => {
	const choices = [
		{word: 'a', weight: 9},
		{word: 'b', weight: 1},
	];
	const same = source();
	const chosen = Array.from({length: 1000}, () => chooseOne(choices, same)).filter(
		(word) => word === 'b',
	).length;
	t.true(chosen > 60 && chosen < 150);
});
