import test from 'ava';
import {calibrationError} from './calibration-error.ts';

test('is the mean distance of score and share of correct rows in each bin', (t) => {
	const scored = [
		{score: 0.95, correct: true},
		{score: 0.95, correct: false},
		{score: 0.5, correct: true},
		{score: 1, correct: true},
	];
	// 0.95 and 1 share the last of 15 bins: |2.9 - 2|.
	t.true(Math.abs(calibrationError(scored) - (0.9 + 0.5) / 4) < 1e-12);
	t.is(calibrationError([]), 0);
	t.is(calibrationError([{score: 1, correct: true}]), 0);
});
