/** The candidate that was probably meant: the closest in edit distance, or undefined when none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
	let best: string | undefined;
	let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1;
	for (const candidate of candidates) {
		const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
		// Words that share no letter are not near, however short they are.
		if (distance < bestDistance && distance < Math.max(word.length, candidate.length))
			[best, bestDistance] = [candidate, distance];
	}
	return best;
}

/** Optimal string alignment distance: a swap of two neighbours counts as one edit. */
function editDistance(a: string, b: string): number {
	let beforeLast: number[] = [];
	let last = Array.from({length: b.length + 1}, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const change = a[i - 1] === b[j - 1] ? 0 : 1;
			let cost = Math.min(at(row, j - 1) + 1, at(last, j) + 1, at(last, j - 1) + change);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
				cost = Math.min(cost, at(beforeLast, j - 2) + 1);
			row.push(cost);
		}
		[beforeLast, last] = [last, row];
	}
	return at(last, b.length);
}

const at = (row: readonly number[], index: number): number => row[index] ?? Infinity;
