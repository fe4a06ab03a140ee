import test from 'ava';
import fc from 'fast-check';
import {characterNgrams, ngrams} from './ngrams.ts';

test('joins neighbours', (t) => {
	t.deepEqual(ngrams(['a', 'b', 'c']), ['a b', 'b c']);
	t.deepEqual(ngrams(['a', 'b', 'c'], {n: 3, least: 1}), ['a', 'a b', 'a b c', 'b', 'b c', 'c']);
	t.deepEqual(ngrams(['a', 'b'], {n: 3}), []);
});

test('takes characters as readers see them', (t) => {
	t.deepEqual(characterNgrams('e\u0301a\u{1f469}\u200d\u{1f4bb}', {n: 1}), [
		'e\u0301',
		'a',
		'\u{1f469}\u200d\u{1f4bb}',
	]);
	t.deepEqual(characterNgrams('\u{1f1e9}\u{1f1ea}\u{1f44d}\u{1f3fd}', {n: 2}), [
		'\u{1f1e9}\u{1f1ea}\u{1f44d}\u{1f3fd}',
	]);
});

test('has as many as there are places, and characters join to the text', (t) => {
	fc.assert(
		fc.property(
			fc.array(fc.string()),
			fc.integer({min: 1, max: 5}),
			(words, n) => ngrams(words, {n}).length === Math.max(0, words.length - n + 1),
		),
	);
	fc.assert(
		fc.property(fc.string({unit: 'binary'}), (text) => characterNgrams(text, {n: 1}).join('') === text),
	);
	t.pass();
});
