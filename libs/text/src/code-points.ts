/** Turns places in a text from UTF-16 units, as strings count, into Unicode code points, as Python and DuckDB do. */
export function codePointsAt(text: string): (unit: number) => number {
	if (!ASTRAL.test(text)) return (unit) => unit;
	const pairs = Array.from(text.matchAll(PAIR), ({index}) => index);
	return (unit) => {
		let [low, high] = [0, pairs.length];
		while (low < high) {
			const middle = (low + high) >>> 1;
			if ((pairs[middle] ?? 0) < unit) low = middle + 1;
			else high = middle;
		}
		return unit - low;
	};
}

const ASTRAL = /[\ud800-\udbff]/;
const PAIR = /[\ud800-\udbff][\udc00-\udfff]/g;
