import test from 'ava';
import {pairedInterval} from './paired-interval.ts';

test('is wider than that of independent differences by the share of rows that folds have in common', (t) => {
	const differences = [0.02, 0.04, 0.0, 0.03, 0.01];
	const [low, high] = pairedInterval(differences, 0.25);
	// Mean 0.02, standard deviation 0.015811, t of 4 degrees 2.776.
	t.true(Math.abs(low - (0.02 - 2.776 * 0.015811 * Math.sqrt(0.45))) < 1e-3, String(low));
	t.true(Math.abs(low + high - 0.04) < 1e-12);
});

test('says nothing of one difference', (t) => {
	t.deepEqual(pairedInterval([0.5], 0.25), [-1, 1]);
});

test('is a point where all differences are equal', (t) => {
	t.deepEqual(pairedInterval([0.25, 0.25, 0.25], 0.25), [0.25, 0.25]);
});
