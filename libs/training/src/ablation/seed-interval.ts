import {pairedInterval} from '@millrace/probes';

/**
 * The 95 % interval of the mean of paired differences over seeds: Student's t, the seeds of one split being independent
 * draws. Where they are accuracies on so many held-out `rows`, it is widened by the least that other held-out rows would
 * add, which is where every row that changed its answer changed it the same way: a gain of three rows is never one.
 */
export function seedInterval(
	gains: readonly number[],
	rows: number | null,
): readonly [low: number, high: number] {
	const [low, high] = pairedInterval(gains, 0);
	if (rows === null || rows < 1) return [low, high];
	const mean = gains.reduce((sum, each) => sum + each, 0) / Math.max(1, gains.length);
	const size = Math.min(1, Math.abs(mean));
	const half = Math.hypot((high - low) / 2, normalQuantile * Math.sqrt((size - size ** 2) / rows));
	return [mean - half, mean + half];
}

const normalQuantile = 1.959963984540054;
