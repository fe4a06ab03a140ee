const bars = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** Numbers as one line of bars, the lowest the least and the highest the most; at most `width` of them, means of what they stand for. */
export function sparkline(values: readonly number[], width: number): string {
	const finite = values.filter(Number.isFinite);
	const groups = Math.min(finite.length, Math.max(0, width));
	const means = Array.from({length: groups}, (_, group) => {
		const own = finite.slice(
			Math.floor((group * finite.length) / groups),
			Math.floor(((group + 1) * finite.length) / groups),
		);
		return own.reduce((sum, value) => sum + value, 0) / own.length;
	});
	const [least, most] = [Math.min(...means), Math.max(...means)];
	return means
		.map(
			(value) =>
				bars[most === least ? 0 : Math.round(((value - least) / (most - least)) * (bars.length - 1))],
		)
		.join('');
}
