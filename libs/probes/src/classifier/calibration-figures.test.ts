import test from 'ava';
import {calibrationFigures} from './calibration-figures.ts';

test('gives calibration before and after the temperature, accuracy the same', (t) => {
	// Odds of 9 to 1; half of the rows are right.
	const logits = Float64Array.of(Math.log(9), 0, Math.log(9), 0);
	const figures = calibrationFigures(logits, Int32Array.of(0, 1), 2, 1e6);
	t.is(figures.rows, 2);
	t.is(figures.accuracy, 0.5);
	t.true(Math.abs(figures.eceBefore - 0.4) < 1e-9);
	t.true(figures.ece < 1e-5);
	t.true(Math.abs(figures.brierBefore - (2 * 0.01 + 2 * 0.81) / 2) < 1e-9);
	t.true(Math.abs(figures.brier - 0.5) < 1e-5);
});
