/** Counts as a row of blocks, the largest full: `▁▃█▂`; what is not nothing shows at least a little. */
export function blocks(counts: readonly number[]): string {
	const most = Math.max(1, ...counts);
	return counts
		.map((count) => (count === 0 ? ' ' : (signs[Math.ceil((count / most) * 8) - 1] ?? '█')))
		.join('');
}

const signs = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
