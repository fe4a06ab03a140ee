/**
 * Makes the chrF2 of texts to one reference, from 0 to 100: F-score of character n-grams of lengths 1 to 6 without
 * white space, recall counting twice. Equal to sacrebleu's default. Source: Popović 2015, "chrF: character n-gram F-score
 * for automatic MT evaluation"; sacrebleu 2.
 */
export function chrfTo(reference: string): (hypothesis: string) => number {
	const wanted = ORDERS.map((order) => counted(characters(reference), order));
	return (hypothesis) => {
		const letters = characters(hypothesis);
		let [precision, recall, orders] = [0, 0, 0];
		for (const [index, order] of ORDERS.entries()) {
			const want = wanted[index] ?? EMPTY;
			const have = counted(letters, order);
			if (want.total === 0 || have.total === 0) continue;
			let matches = 0;
			for (const [gram, count] of have.counts) matches += Math.min(count, want.counts.get(gram) ?? 0);
			precision += matches / have.total;
			recall += matches / want.total;
			orders++;
		}
		if (precision + recall === 0) return 0;
		precision /= orders;
		recall /= orders;
		return (100 * (1 + BETA ** 2) * precision * recall) / (BETA ** 2 * precision + recall);
	};
}

const ORDERS = [1, 2, 3, 4, 5, 6];
const BETA = 2;

interface Counted {
	readonly counts: ReadonlyMap<string, number>;
	readonly total: number;
}
const EMPTY: Counted = {counts: new Map(), total: 0};

/** Code points, as Python counts characters. */
const characters = (text: string): readonly string[] => Array.from(text.replace(SPACES, ''));

/** What Python takes for white space, but for four control characters. */
const SPACES = /\p{White_Space}+/gu;

function counted(letters: readonly string[], order: number): Counted {
	const counts = new Map<string, number>();
	const total = Math.max(0, letters.length - order + 1);
	for (let at = 0; at < total; at++) {
		let gram = letters[at] ?? '';
		for (let next = 1; next < order; next++) gram += letters[at + next] ?? '';
		counts.set(gram, (counts.get(gram) ?? 0) + 1);
	}
	return {counts, total};
}
