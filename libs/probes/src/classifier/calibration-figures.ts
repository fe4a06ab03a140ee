import {calibrationError, type Scored} from './calibration-error.ts';
import {probabilitiesOf} from './linear-model.ts';

/** Calibration of held-out logits before and after a temperature. */
export function calibrationFigures(
	logits: Float64Array,
	truth: Int32Array,
	classes: number,
	temperature: number,
): {rows: number; accuracy: number; eceBefore: number; ece: number; brierBefore: number; brier: number} {
	const before = figures(logits, truth, classes, 1);
	const after = figures(logits, truth, classes, temperature);
	return {
		rows: truth.length,
		accuracy: after.accuracy,
		eceBefore: before.ece,
		ece: after.ece,
		brierBefore: before.brier,
		brier: after.brier,
	};
}

function figures(logits: Float64Array, truth: Int32Array, classes: number, temperature: number) {
	const scored: Scored[] = [];
	let brier = 0;
	let right = 0;
	for (const [row, target] of truth.entries()) {
		const probabilities = probabilitiesOf(logits.subarray(row * classes, (row + 1) * classes), temperature);
		const score = Math.max(...probabilities);
		const correct = probabilities.indexOf(score) === target;
		scored.push({score, correct});
		if (correct) right++;
		for (const [k, p] of probabilities.entries()) brier += (p - (k === target ? 1 : 0)) ** 2;
	}
	return {accuracy: right / truth.length, brier: brier / truth.length, ece: calibrationError(scored)};
}
