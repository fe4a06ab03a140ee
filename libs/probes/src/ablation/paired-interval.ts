import {studentQuantile} from './student-quantile.ts';

/**
 * The 95 % interval of the mean of paired differences over resampled folds: the corrected resampled t-test of Nadeau and
 * Bengio (2003), `ratio` being held-out to training rows. Of fewer than two differences it is from -1 to 1.
 */
export function pairedInterval(
	differences: readonly number[],
	ratio: number,
): readonly [low: number, high: number] {
	const count = differences.length;
	if (count < 2) return [-1, 1];
	const mean = differences.reduce((sum, each) => sum + each, 0) / count;
	const variance = differences.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (count - 1);
	const half = studentQuantile(count - 1) * Math.sqrt((1 / count + ratio) * variance);
	return [mean - half, mean + half];
}
