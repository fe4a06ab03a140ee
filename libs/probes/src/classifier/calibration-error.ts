export interface Scored {
	readonly score: number;
	readonly correct: boolean;
}

/** Expected calibration error: the mean distance between score and share of correct rows, over 15 bins of equal width. */
export function calibrationError(scored: readonly Scored[]): number {
	const bins = Array.from({length: BINS}, () => ({score: 0, correct: 0}));
	for (const {score, correct} of scored) {
		const bin = bins[Math.min(BINS - 1, Math.floor(score * BINS))];
		if (!bin) continue;
		bin.score += score;
		bin.correct += correct ? 1 : 0;
	}
	return bins.reduce((sum, bin) => sum + Math.abs(bin.score - bin.correct), 0) / Math.max(1, scored.length);
}

const BINS = 15;
