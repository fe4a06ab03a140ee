import test from 'ava';
import {leakedWords} from './leaked-words.ts';

test('finds words that came over from a pivot, but for known ones and those of the source', (t) => {
	const source = 'The animal ate my ticket.';
	const pivots = ['El animal comi\u00f3 mi billete total.'];
	t.deepEqual(leakedWords(source, 'The animal ate my billete total.', pivots), ['billete', 'total']);
	t.deepEqual(
		leakedWords(source, 'The animal ate my billete total.', pivots, (word) => word === 'total'),
		['billete'],
	);
	t.deepEqual(leakedWords(source, 'The animal ate el billet.', pivots), []);
});

test('takes a megabyte of one letter, and of one word', (t) => {
	t.is(leakedWords('a', 'x'.repeat(1_000_000), ['x'.repeat(1_000_000)]).length, 1);
	t.deepEqual(leakedWords('a', 'kara '.repeat(200_000), ['kara '.repeat(200_000)]), ['kara']);
});
