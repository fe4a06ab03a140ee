import fc from 'fast-check';
import test from 'ava';
import {countsOf, ngramCounts, numbered} from './ngram-counts.ts';

test('numbers items by their first occurrence', (t) => {
	t.deepEqual([...numbered(['b', 'a', 'b'])], [0, 1, 0]);
	t.deepEqual([...countsOf(numbered(['b', 'a', 'b']))], [2, 1]);
	t.deepEqual([...countsOf(numbered([]))], []);
});

test('counts n-grams as texts would', (t) => {
	fc.assert(
		fc.property(fc.array(fc.constantFrom('a', 'b', 'ab'), {maxLength: 40}), (words) => {
			for (const {n, grams, counts} of ngramCounts(numbered(words), 6)) {
				const texts = words
					.slice(0, Math.max(0, words.length - n + 1))
					.map((_, at) => words.slice(at, at + n).join(' '));
				t.deepEqual([...grams], [...numbered(texts)]);
				t.deepEqual([...counts], [...countsOf(numbered(texts))]);
			}
		}),
	);
});
