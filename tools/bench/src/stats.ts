/** The middle of the values, or the mean of the two in the middle. Throws a RangeError when there are none. */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
	if (low === undefined || high === undefined)
		throw new RangeError('median: expected at least one value, found none.');
	return (low + high) / 2;
}

/** The slope of the line of least squares through the points. Throws a RangeError unless two differ in x. */
export function slope(points: readonly {readonly x: number; readonly y: number}[]): number {
	const mean = (of: (point: {readonly x: number; readonly y: number}) => number): number =>
		points.reduce((sum, point) => sum + of(point), 0) / points.length;
	const [x, y] = [mean((point) => point.x), mean((point) => point.y)];
	const spread = mean((point) => (point.x - x) ** 2);
	if (!(spread > 0))
		throw new RangeError(`slope: expected points that differ in x, found ${points.length} at one x.`);
	return mean((point) => (point.x - x) * (point.y - y)) / spread;
}
