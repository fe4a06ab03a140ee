import test from 'ava';
import {distinctShare, selfBleu} from './self-bleu.ts';

test('equal texts are wholly alike, texts without a common word not at all', (t) => {
	t.is(selfBleu(['the card is lost today', 'the card is lost today']), 1);
	t.is(selfBleu(['the card is lost today', 'my loan has been repaid']), 0);
	t.is(selfBleu(['alone']), null);
});

test('is the mean of BLEU-4 against all others as references', (t) => {
	// The first against the second: 4 of 5 words, 3 of 4 pairs, 2 of 3 triples, 1 of 2 quadruples; the same the other way.
	const expected = (4 / 5) ** 0.25 * (3 / 4) ** 0.25 * (2 / 3) ** 0.25 * (1 / 2) ** 0.25;
	t.true(Math.abs((selfBleu(['a b c d e', 'a b c d f']) ?? 0) - expected) < 1e-12);
});

test('counts a repeated n-gram no more often than one reference has it', (t) => {
	t.true((selfBleu(['a a a a a', 'a b c d e']) ?? 1) < 0.3);
});

test('distinct n-grams are counted over all texts', (t) => {
	t.is(distinctShare(['a b', 'a c'], 1), 3 / 4);
	t.is(distinctShare(['a b', 'a c'], 2), 1);
	t.is(distinctShare(['a'], 2), null);
});
